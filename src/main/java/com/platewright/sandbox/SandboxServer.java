// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.sandbox.fault.FaultScript;
import com.platewright.sandbox.fault.FaultScriptException;
import com.platewright.sandbox.fault.Faults;
import com.platewright.sandbox.ledger.PriceTable;
import com.platewright.sandbox.ledger.Task;
import com.platewright.sandbox.ledger.Tasks;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The sandbox, listening on loopback until it is closed.
 *
 * <ul>
 *   <li>{@code POST /v1} is the provider's API
 *   <li>{@code GET} and {@code HEAD} below {@code /video} deliver clips, below {@code /media} uploads
 *   <li>{@code GET /ledger} lists every charge
 *   <li>{@code PUT /faults} puts a {@link FaultScript} in force, {@code GET} tells how many rules are
 * </ul>
 *
 * Several servers may share one state folder, in one process or in several.
 */
public final class SandboxServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads;
    private final Tasks tasks;
    private final Studio studio;
    private final Faults faults;

    private SandboxServer(HttpServer http, Tasks tasks, Studio studio, Faults faults) {
        this.http = http;
        this.tasks = tasks;
        this.studio = studio;
        this.faults = faults;
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "sandbox-http");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts a sandbox; it answers when this returns.
     *
     * @throws IOException where the port is taken or the state folder cannot be used
     */
    public static SandboxServer start(SandboxSettings settings) throws IOException {
        Tasks tasks = Tasks.open(settings.state());
        MediaShelf shelf = MediaShelf.open(settings.state());
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        HttpServer http = HttpServer.create(new InetSocketAddress(loopback, settings.port()), 0);
        Faults faults = new Faults(settings.faults(), tasks::place);
        ResultItems items = new ResultItems(endpoint(http));
        Studio studio = new Studio(tasks, settings.renderer(), new Webhooks(items, faults));
        SandboxServer server = new SandboxServer(http, tasks, studio, faults);

        OrderReader orders = new OrderReader(PriceTable.read(), shelf, settings.renderer(), settings.mark());
        Answers answers = new Answers(tasks, orders, shelf, studio, faults, items);
        http.createContext("/v1", new ApiDesk(answers, faults, settings.key()));
        http.createContext("/video", new FileDesk(tasks, studio, faults));
        http.createContext("/media", exchange -> upload(exchange, shelf));
        http.createContext("/ledger", server::ledger);
        http.createContext("/faults", server::faults);
        http.setExecutor(server.threads);
        http.start();
        return server;
    }

    /** Where the API is: {@code http://127.0.0.1:PORT/v1}. */
    public URI endpoint() {
        return endpoint(http);
    }

    private static URI endpoint(HttpServer http) {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/v1");
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /** The line by which a program that starts a sandbox learns where it is: {@code {"endpoint":"…","port":…}}. */
    public String announcement() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("endpoint", endpoint().toString())
                .put("port", port())
                .toString();
    }

    /** Stops at once: connections are cut, a clip in the making is thrown away and will be made when next asked for. */
    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        studio.close();
    }

    private void ledger(HttpExchange exchange) throws IOException {
        try (exchange) {
            ObjectNode ledger = JsonNodeFactory.instance.objectNode();
            ArrayNode charges = ledger.putArray("charges");
            for (Task task : tasks.all()) {
                charges.addObject()
                        .put("task_uuid", task.id().toString())
                        .put("amount", task.charge().amount())
                        .put("currency", task.charge().currency())
                        .put("operation", task.charge().operation())
                        .put("at", task.charge().at());
            }
            Sending.json(exchange, 200, ledger);
        }
    }

    private void faults(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                putFaults(exchange);
            } else {
                sayFaults(exchange);
            }
        }
    }

    private void putFaults(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            faults.replace(FaultScript.parse(new String(body, StandardCharsets.UTF_8)));
            sayFaults(exchange);
        } catch (FaultScriptException e) {
            Sending.text(exchange, 400, e.getMessage() + "\n");
        }
    }

    private void sayFaults(HttpExchange exchange) throws IOException {
        int rules = faults.script().rules().size();
        Sending.json(exchange, 200, JsonNodeFactory.instance.objectNode().put("rules", rules));
    }

    private static void upload(HttpExchange exchange, MediaShelf shelf) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI()
                    .getPath()
                    .replaceFirst("^/media/", "")
                    .replaceFirst("\\.\\w+$", "");
            Optional<Path> file = shelf.find(name);
            if (file.isEmpty()) {
                Sending.text(exchange, 404, "There is no such upload, or not any more.\n");
            } else {
                Sending.bytes(exchange, 200, "application/octet-stream", Files.readAllBytes(file.get()));
            }
        }
    }
}
