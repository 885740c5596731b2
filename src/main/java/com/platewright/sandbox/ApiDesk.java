// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.platewright.sandbox.fault.ApiError;
import com.platewright.sandbox.fault.Fault;
import com.platewright.sandbox.fault.FaultScript.Stage;
import com.platewright.sandbox.fault.Faults;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1}: reads an array of tasks, lets each be answered, and sends what came of it, right or wrong. */
final class ApiDesk implements HttpHandler {
    /** A data URI of the largest video that the service takes (200 MB), in base 64. */
    private static final int LONGEST_STRING = 280_000_000;

    private static final JsonMapper WIRE = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Map<String, Stage> STAGES = Map.of(
            "videoInference", Stage.SUBMIT,
            "getResponse", Stage.POLL,
            "getTaskDetails", Stage.DETAILS,
            "mediaStorage", Stage.UPLOAD,
            "imageUpload", Stage.UPLOAD);

    private final Answers answers;
    private final Faults faults;
    private final Optional<String> key;

    ApiDesk(Answers answers, Faults faults, Optional<String> key) {
        this.answers = answers;
        this.faults = faults;
        this.key = key;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Allow", "POST");
                Sending.text(exchange, 405, "POST an array of tasks.\n");
                return;
            }
            Reply reply = new Reply();
            List<Fault> wrong = new ArrayList<>();
            try {
                JsonNode tasks = read(exchange);
                for (JsonNode task : authenticated(exchange, tasks, reply)) {
                    List<Fault> mine = wrong(exchange, task);
                    wrong.addAll(mine);
                    if (sentInstead(exchange, mine)) {
                        return;
                    }
                    answer(exchange, task, mine, reply);
                }
            } catch (Refusal refusal) {
                reply.refuse(refusal.error(), "authentication", "");
            }
            send(exchange, reply, wrong);
        }
    }

    private static JsonNode read(HttpExchange exchange) throws IOException, Refusal {
        try {
            JsonNode body = WIRE.readTree(exchange.getRequestBody().readAllBytes());
            if (body.isArray() && !body.isEmpty()) {
                return body;
            }
            throw new Refusal(ApiError.of(400, "invalidRequestBody", "Send a JSON array of at least one task."));
        } catch (JsonProcessingException e) {
            throw new Refusal(ApiError.of(400, "invalidJSON", "The body is not JSON: " + e.getOriginalMessage()));
        }
    }

    /** The tasks behind the key, which comes in a header or as the first task. */
    private List<JsonNode> authenticated(HttpExchange exchange, JsonNode tasks, Reply reply) throws Refusal {
        List<JsonNode> rest = new ArrayList<>();
        String bearer = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        String sent = bearer.regionMatches(true, 0, "Bearer ", 0, 7)
                ? bearer.substring(7).strip()
                : "";
        for (JsonNode task : tasks) {
            if (task.path("taskType").asText().equals("authentication")) {
                sent = task.path("apiKey").asText();
            } else {
                rest.add(task);
            }
        }
        if (sent.isEmpty()) {
            throw new Refusal(ApiError.of(401, "missingApiKey", "Send an API key.", "apiKey"));
        }
        if (key.isPresent() && !key.get().equals(sent)) {
            throw new Refusal(ApiError.of(401, "invalidApiKey", "Invalid API key.", "apiKey"));
        }
        if (rest.size() < tasks.size()) {
            reply.item("authentication", "").put("connectionSessionUUID", "00000000-0000-4000-8000-000000000000");
        }
        return rest;
    }

    private List<Fault> wrong(HttpExchange exchange, JsonNode task) throws IOException {
        Stage stage = STAGES.get(task.path("taskType").asText());
        if (stage == null || isDryRun(exchange)) {
            return List.of();
        }
        String uuid = task.path("taskUUID").asText();
        boolean known = answers.knows(uuid);
        return faults.take(stage, uuid, f -> f instanceof Fault.OfWire || (f instanceof Fault.Clip && !known));
    }

    /** Whether a fault ended the exchange before the task was looked at. */
    private static boolean sentInstead(HttpExchange exchange, List<Fault> wrong) throws IOException {
        Optional<Fault.Delay> delay = Fault.first(wrong, Fault.Delay.class);
        if (delay.isPresent()) {
            Sending.pause((long) (delay.get().seconds() * 1000));
        }
        for (Fault fault : wrong) {
            if (fault instanceof Fault.Cut cut && !cut.done()) {
                Sending.cut(exchange);
                return true;
            }
            if (fault instanceof Fault.Hang hang && !hang.done()) {
                Sending.hang(exchange);
                return true;
            }
            if (fault instanceof Fault.Answer answer && !answer.done()) {
                Sending.answer(exchange, answer);
                return true;
            }
        }
        return false;
    }

    private void answer(HttpExchange exchange, JsonNode task, List<Fault> wrong, Reply reply) throws IOException {
        String type = task.path("taskType").asText();
        String uuid = task.path("taskUUID").asText();
        try {
            Optional<Fault.Refuse> refuse = Fault.first(wrong, Fault.Refuse.class);
            if (refuse.isPresent()) {
                throw new Refusal(refuse.get().error());
            }
            answers.answer(task, new Answers.Circumstances(isDryRun(exchange), wrong), reply);
        } catch (Refusal refusal) {
            reply.refuse(refusal.error(), type, uuid);
        }
    }

    private static void send(HttpExchange exchange, Reply reply, List<Fault> wrong) throws IOException {
        for (Fault fault : wrong) {
            if (fault instanceof Fault.Cut) {
                Sending.cut(exchange);
                return;
            }
            if (fault instanceof Fault.Hang) {
                Sending.hang(exchange);
                return;
            }
            if (fault instanceof Fault.Answer answer) {
                Sending.answer(exchange, answer);
                return;
            }
            if (fault instanceof Fault.Garble) {
                Sending.garbled(exchange, reply.status(), reply.json());
                return;
            }
            if (fault instanceof Fault.Drip drip) {
                Sending.drip(exchange, reply.status(), reply.json(), drip.millis());
                return;
            }
            if (fault instanceof Fault.Empty) {
                Sending.json(exchange, 200, new Reply().json());
                return;
            }
        }
        Sending.json(exchange, reply.status(), reply.json());
    }

    private static boolean isDryRun(HttpExchange exchange) {
        return "1".equals(exchange.getRequestHeaders().getFirst("X-Runware-Dry-Run"));
    }
}
