// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.fault.ApiError;
import com.platewright.sandbox.fault.Fault;
import com.platewright.sandbox.fault.FaultScript.Stage;
import com.platewright.sandbox.fault.Faults;
import com.platewright.sandbox.ledger.Task;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Tells a task's {@code webhookURL} what became of it, as soon as it is settled: one POST for each result, again after a while
 * where the answer is not 2xx. Nobody but this machine is told: a rehearsal must not reach others.
 */
final class Webhooks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int TRIES = 3;
    private static final long BETWEEN_TRIES_MS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ResultItems items;
    private final Faults faults;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService postman = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-webhooks");
        thread.setDaemon(true);
        return thread;
    });

    Webhooks(ResultItems items, Faults faults) {
        this.items = items;
        this.faults = faults;
    }

    /** Sends word of a settled task, soon and on another thread; {@code failure} is absent where it succeeded. */
    void tell(Task task, Optional<ApiError> failure) {
        String address = task.request().path("webhookURL").asText();
        if (!address.isEmpty() && !postman.isShutdown()) {
            postman.execute(() -> deliver(task, address, failure));
        }
    }

    private void deliver(Task task, String address, Optional<ApiError> failure) {
        try {
            URI to = URI.create(address);
            if (to.getHost() == null || !LOOPBACK.contains(to.getHost())) {
                throw new IOException("the sandbox calls webhooks on this machine only, not " + to.getHost());
            }
            for (JsonNode message : messages(task, failure)) {
                List<Fault> wrong = faults.take(Stage.WEBHOOK, task.id().toString(), f -> true);
                Optional<Fault.Delay> delay = Fault.first(wrong, Fault.Delay.class);
                if (delay.isPresent()) {
                    Sending.pause((long) (delay.get().seconds() * 1000));
                }
                int times = Fault.first(wrong, Fault.Calls.class)
                        .map(Fault.Calls::times)
                        .orElse(1);
                for (int i = 0; i < times; i++) {
                    post(to, message);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.WARNING, "no webhook was called for " + task.id() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<JsonNode> messages(Task task, Optional<ApiError> failure) {
        List<JsonNode> messages = new ArrayList<>();
        if (failure.isPresent()) {
            Reply reply = new Reply();
            reply.tell(failure.get(), ResultItems.VIDEO, task.id().toString());
            messages.add(reply.json());
            return messages;
        }
        for (int i = 0; i < task.work().results(); i++) {
            Reply reply = new Reply();
            items.add(task, i, List.of(), reply);
            messages.add(reply.json());
        }
        return messages;
    }

    private void post(URI to, JsonNode message) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message.toString()))
                .build();
        for (int i = 1; i <= TRIES; i++) {
            int status = status(request);
            if (status / 100 == 2) {
                return;
            }
            if (i == TRIES) {
                throw new IOException(to.getHost() + " answered " + status + " to the last of " + TRIES + " calls");
            }
            Thread.sleep(BETWEEN_TRIES_MS * i);
        }
    }

    /** 0 where nobody answered. */
    private int status(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a webhook did not answer: " + e.getMessage());
            return 0;
        }
    }

    @Override
    public void close() {
        postman.shutdownNow();
    }
}
