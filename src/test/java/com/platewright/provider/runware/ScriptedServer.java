// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on a bare socket that reads each request to its end, records it and then does what its script says, one turn
 * per connection, writing the task's id where the script says ECHO. When the script has ended, its last turn is played
 * again.
 */
final class ScriptedServer implements AutoCloseable {
    /** What is done with a request. */
    enum Effect {
        /** Answers. */
        REPLY,
        /** Closes before reading a byte. */
        CUT_BEFORE,
        /** Reads the request and closes without an answer. */
        CUT_AFTER,
        /** Reads the request and resets the connection. */
        RESET,
        /** Promises the body's length and closes in its middle. */
        TRUNCATE,
        /** Reads the request and says nothing until the client goes. */
        STALL,
        /** Sends the head of the answer at once and then a byte each 100 ms. */
        DRIP
    }

    record Turn(Effect effect, int status, Map<String, String> headers, String body) {
        static Turn reply(int status, String body) {
            return new Turn(Effect.REPLY, status, Map.of(), body);
        }

        static Turn of(Effect effect) {
            return new Turn(effect, 200, Map.of(), "{\"data\":[]}");
        }

        /** Reads a turn as the transcripts write it. */
        static Turn of(JsonNode node) {
            Map<String, String> headers = new TreeMap<>();
            node.path("headers")
                    .properties()
                    .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
            String body = node.has("text") ? node.get("text").asText() : document(node.path("body"));
            Effect effect = Effect.valueOf(node.path("effect").asText("reply").toUpperCase(Locale.ROOT));
            return new Turn(effect, node.path("status").asInt(200), headers, body);
        }
    }

    /** A document as it stands, or one of two that have a name. */
    private static String document(JsonNode body) {
        return switch (body.asText()) {
            case "ACK" -> Bench.ACK;
            case "CONFLICT" -> Bench.CONFLICT;
            default -> body.toString();
        };
    }

    record Received(String line, Map<String, String> headers, String body) {
        /** The one task in the body. */
        JsonNode task() {
            try {
                JsonNode list = new ObjectMapper().readTree(body);
                if (!list.isArray() || list.size() != 1) {
                    throw new AssertionError("the body is not a list of one task: " + body);
                }
                return list.get(0);
            } catch (IOException e) {
                throw new AssertionError("the body is not JSON: " + body, e);
            }
        }

        String taskUuid() {
            return task().path("taskUUID").asText();
        }

        String taskType() {
            return task().path("taskType").asText();
        }
    }

    private final ServerSocket socket;
    private final ConcurrentLinkedQueue<Turn> script;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Turn last;

    private ScriptedServer(List<Turn> script) throws IOException {
        this.script = new ConcurrentLinkedQueue<>(script);
        this.last = script.get(script.size() - 1);
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static ScriptedServer play(Turn... turns) throws IOException {
        return play(List.of(turns));
    }

    static ScriptedServer play(List<Turn> turns) throws IOException {
        ScriptedServer server = new ScriptedServer(turns);
        Thread thread = new Thread(server::serve, "scripted server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    String endpoint() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
    }

    /** Every request that was read to its end, in order. */
    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> received(String taskType) {
        return received.stream().filter(r -> r.taskType().equals(taskType)).toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                Turn next = script.poll();
                last = next == null ? last : next;
                act(last, connection);
            } catch (IOException clientWentAway) {
                // Part of the play: scripts cut connections, and so do clients whose time is up.
            }
        }
    }

    private void act(Turn turn, Socket connection) throws IOException {
        if (turn.effect() == Effect.CUT_BEFORE) {
            return;
        }
        InputStream in = new BufferedInputStream(connection.getInputStream());
        Received request = read(in);
        received.add(request);
        switch (turn.effect()) {
            case RESET -> connection.setSoLinger(true, 0);
            case STALL -> in.read();
            case REPLY, TRUNCATE, DRIP -> answer(turn, request, connection.getOutputStream());
            case CUT_BEFORE, CUT_AFTER -> {}
        }
    }

    private static void answer(Turn turn, Received request, OutputStream out) throws IOException {
        byte[] body = turn.body().replace("ECHO", request.taskUuid()).getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + turn.status() + " Scripted\r\n");
        turn.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + body.length + "\r\nConnection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (turn.effect() == Effect.DRIP) {
            drip(body, out);
        } else {
            out.write(body, 0, turn.effect() == Effect.TRUNCATE ? body.length / 2 : body.length);
        }
        out.flush();
    }

    private static void drip(byte[] body, OutputStream out) throws IOException {
        for (byte b : body) {
            out.write(b);
            out.flush();
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static Received read(InputStream in) throws IOException {
        String requestLine = line(in);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        return new Received(requestLine, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the request ended early");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
