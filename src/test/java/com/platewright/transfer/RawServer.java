// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that writes what it is told to, right or wrong: one reply per connection, the last one again and again. */
final class RawServer implements Closeable {
    /** What one connection gets. It is closed afterwards. */
    interface Reply {
        void send(Socket socket, String request) throws Exception;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;
    private final Thread thread;

    RawServer(Reply... replies) throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread = new Thread(() -> serve(List.of(replies)), "raw server");
        thread.setDaemon(true);
        thread.start();
    }

    String link(String pathAndQuery) {
        return "http://127.0.0.1:" + listener.getLocalPort() + pathAndQuery;
    }

    /** Head and body, then the end of the connection. */
    static Reply reply(String head, byte[] body) {
        return (socket, request) -> {
            OutputStream out = socket.getOutputStream();
            out.write((head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        };
    }

    /** Like {@link #reply}, then silence until the client goes. */
    static Reply stall(String head, byte[] body) {
        return (socket, request) -> {
            reply(head, body).send(socket, request);
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    /** Like {@link #reply}, then a reset (RST) in place of an orderly end. */
    static Reply reset(String head, byte[] body) {
        return (socket, request) -> {
            reply(head, body).send(socket, request);
            Thread.sleep(100);
            socket.setSoLinger(true, 0);
        };
    }

    private void serve(List<Reply> replies) {
        for (int i = 0; !listener.isClosed(); i++) {
            try (Socket socket = listener.accept()) {
                String request = head(socket);
                requests.add(request);
                replies.get(Math.min(i, replies.size() - 1)).send(socket, request);
            } catch (Exception e) {
                if (!listener.isClosed() && !(e instanceof IOException)) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static String head(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        thread.interrupt();
    }
}
