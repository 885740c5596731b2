// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import static com.platewright.sandbox.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks as a real server on this machine hears them. */
class SandboxWebhookTest {
    private static final String SMALL = "{on: submit, do: {clip: {frames: 1, movie_frames: 1, width: 32, height: 16}}}";

    @TempDir
    private Path folder;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer listener;
    private SandboxServer server;
    private Wire wire;

    @BeforeEach
    void start() throws Exception {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/hook", this::hear);
        listener.start();
        server = SandboxServer.start(SandboxSettings.in(folder, new TinyRenderer()));
        wire = new Wire(server);
    }

    @AfterEach
    void stop() {
        server.close();
        listener.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        JsonNode body = new JsonMapper().readTree(exchange.getRequestBody());
        boolean refused = refusals.getAndDecrement() > 0;
        if (!refused) {
            heard.add(body);
        }
        exchange.sendResponseHeaders(refused ? 503 : 200, -1);
        exchange.close();
    }

    private void order(String rules, String more) throws Exception {
        assertThat(wire.faults("[" + SMALL + rules + "]").status()).isEqualTo(200);
        String url = "http://127.0.0.1:" + listener.getAddress().getPort() + "/hook?token=mine";
        assertThat(wire.submit(ID, ",\"webhookURL\":\"" + url + "\"" + more).status())
                .isEqualTo(200);
    }

    /** The next call; a missing node where none comes in time. */
    private JsonNode next(long millis) throws InterruptedException {
        return Optional.ofNullable(heard.poll(millis, TimeUnit.MILLISECONDS)).orElse(MissingNode.getInstance());
    }

    @Test
    void eachResultIsToldInOneCallAsAPollWouldTellIt() throws Exception {
        order("", ",\"numberResults\":2");
        JsonNode first = next(20_000);
        JsonNode second = next(5000);
        JsonNode polled = wire.wait(ID).json().path("data");
        assertThat(first.path("data").path(0)).isEqualTo(polled.path(0));
        assertThat(second.path("data").path(0)).isEqualTo(polled.path(1));
        assertThat(next(300).isMissingNode()).isTrue();
    }

    @Test
    void aCallMayComeTwiceOrNever() throws Exception {
        order(", {on: webhook, do: twice}", "");
        JsonNode first = next(20_000);
        assertThat(first.path("data")).hasSize(1);
        assertThat(first).isEqualTo(next(5000));
        server.close();
        server = SandboxServer.start(SandboxSettings.in(folder.resolve("other"), new TinyRenderer()));
        wire = new Wire(server);
        order(", {on: webhook, do: lost}", "");
        wire.wait(ID);
        assertThat(next(500).isMissingNode()).isTrue();
    }

    @Test
    void aCallThatIsRefusedIsMadeAgain() throws Exception {
        refusals.set(2);
        order("", "");
        assertThat(next(20_000).path("data")).hasSize(1);
    }

    @Test
    void aFailureIsToldToo() throws Exception {
        wire.faults("[{on: submit, do: {clip: {frames: 1, movie_frames: 1, exr: {compression: magic}}}}]");
        String url = "http://127.0.0.1:" + listener.getAddress().getPort() + "/hook";
        wire.submit(ID, ",\"webhookURL\":\"" + url + "\"");
        JsonNode told = next(20_000);
        assertThat(told.path("errors").path(0).path("code").asText()).isEqualTo("processingFailed");
        assertThat(told.path("errors").path(0).path("taskUUID").asText()).isEqualTo(ID);
    }

    @Test
    void nobodyElseIsCalled() throws Exception {
        wire.faults("[" + SMALL + "]");
        wire.submit(ID, ",\"webhookURL\":\"https://example.com/hook\"");
        assertThat(wire.wait(ID).item().path("status").asText()).isEqualTo("success");
        assertThat(next(300).isMissingNode()).isTrue();
    }
}
