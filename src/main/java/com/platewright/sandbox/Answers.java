// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.sandbox.clip.ClipQuirks;
import com.platewright.sandbox.fault.ApiError;
import com.platewright.sandbox.fault.Fault;
import com.platewright.sandbox.fault.Faults;
import com.platewright.sandbox.ledger.Task;
import com.platewright.sandbox.ledger.Tasks;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What the service says to each type of task. */
final class Answers {
    /** What a new account holds, in US dollars. */
    private static final BigDecimal OPENING_BALANCE = BigDecimal.valueOf(10_000);

    /** A dry run tells the cost and does nothing; {@code wrong} are the faults of this very task. */
    record Circumstances(boolean dryRun, List<Fault> wrong) {}

    private interface Answer {
        void give(JsonNode task, Circumstances circumstances, Reply reply) throws Refusal, IOException;
    }

    private final Tasks tasks;
    private final OrderReader orders;
    private final MediaShelf shelf;
    private final Studio studio;
    private final Faults faults;
    private final ResultAnswers results;
    private final ResultItems items;
    private final Map<String, Answer> byType = new TreeMap<>();

    Answers(Tasks tasks, OrderReader orders, MediaShelf shelf, Studio studio, Faults faults, ResultItems items) {
        this.tasks = tasks;
        this.orders = orders;
        this.shelf = shelf;
        this.studio = studio;
        this.faults = faults;
        this.items = items;
        this.results = new ResultAnswers(tasks, studio, faults, items);
        byType.put("videoInference", this::submit);
        byType.put("getResponse", (task, how, reply) -> results.poll(id(task), reply));
        byType.put("getTaskDetails", (task, how, reply) -> results.details(id(task), reply));
        byType.put("mediaStorage", this::storage);
        byType.put("imageUpload", this::imageUpload);
        byType.put("accountManagement", this::account);
        byType.put("ping", (task, how, reply) -> reply.item("ping", "").put("pong", true));
    }

    /** Whether a task of this id has been accepted. */
    boolean knows(String uuid) throws IOException {
        return isUuid(uuid) && tasks.find(UUID.fromString(uuid)).isPresent();
    }

    void answer(JsonNode task, Circumstances circumstances, Reply reply) throws Refusal, IOException {
        Answer answer = byType.get(task.path("taskType").asText());
        if (answer == null) {
            throw new Refusal(ApiError.of(400, "unsupportedTaskType", "There is no such task.", "taskType")
                    .allowing(List.copyOf(byType.keySet())));
        }
        answer.give(task, circumstances, reply);
    }

    private void submit(JsonNode request, Circumstances circumstances, Reply reply) throws Refusal, IOException {
        UUID id = id(request);
        ClipQuirks quirks = Fault.first(circumstances.wrong(), Fault.Clip.class)
                .map(Fault.Clip::quirks)
                .orElse(ClipQuirks.NONE);
        Optional<Task> known = circumstances.dryRun() ? Optional.empty() : tasks.find(id);
        if (known.isPresent()) {
            studio.see(known.get());
            throw conflict();
        }
        Task task = orders.read(id, request, quirks, faults.script().strict());
        if (circumstances.dryRun()) {
            reply.item("videoInference", id.toString())
                    .put("cost", task.charge().amount());
            return;
        }
        if (!tasks.accept(task)) {
            throw conflict();
        }
        studio.see(tasks.find(id).orElseThrow());
        reply.item("videoInference", id.toString());
    }

    private Refusal conflict() {
        return new Refusal(ApiError.of(
                faults.script().conflictStatus(),
                "conflictTaskUUID",
                "A task with this taskUUID was already taken.",
                "taskUUID"));
    }

    private void storage(JsonNode task, Circumstances circumstances, Reply reply) throws Refusal, IOException {
        String operation = task.path("operation").asText();
        String media = task.path("media").asText();
        if (operation.equals("upload")) {
            UUID id = shelf.store(media);
            reply.item("mediaStorage", id(task).toString())
                    .put("operation", operation)
                    .put("mediaUUID", id.toString())
                    .put("mediaURL", items.mediaUrl(id));
        } else if (operation.equals("delete")) {
            if (!shelf.delete(media)) {
                throw new Refusal(ApiError.of(400, "mediaNotFound", "There is no media of this id.", "media"));
            }
            reply.item("mediaStorage", id(task).toString())
                    .put("operation", operation)
                    .put("mediaUUID", media);
        } else {
            throw new Refusal(ApiError.of(400, "invalidOperation", "There is no such operation.", "operation")
                    .allowing(List.of("upload", "delete")));
        }
    }

    private void imageUpload(JsonNode task, Circumstances circumstances, Reply reply) throws Refusal, IOException {
        UUID id = shelf.store(task.path("image").asText());
        reply.item("imageUpload", id(task).toString())
                .put("imageUUID", id.toString())
                .put("imageURL", items.mediaUrl(id));
    }

    private void account(JsonNode task, Circumstances circumstances, Reply reply) throws Refusal, IOException {
        if (!task.path("operation").asText().equals("getDetails")) {
            throw new Refusal(ApiError.of(400, "invalidOperation", "There is no such operation.", "operation")
                    .allowing(List.of("getDetails")));
        }
        BigDecimal spent = tasks.all().stream().map(t -> t.charge().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        ObjectNode item = reply.item("accountManagement", id(task).toString()).put("operation", "getDetails");
        item.put("organizationName", "Sandbox").put("organizationUUID", "00000000-0000-4000-8000-000000000001");
        item.putObject("balance").put("amount", OPENING_BALANCE.subtract(spent)).put("currency", "USD");
        item.putArray("team");
        item.putArray("apiKeys");
        item.putObject("usage");
    }

    private static UUID id(JsonNode task) throws Refusal {
        String uuid = task.path("taskUUID").asText();
        if (uuid.isEmpty()) {
            throw new Refusal(ApiError.of(400, "missingTaskUUID", "Give every task a UUID.", "taskUUID"));
        }
        if (!isUuid(uuid)) {
            throw new Refusal(ApiError.of(400, "invalidTaskUUID", "taskUUID is a UUID, version 4.", "taskUUID"));
        }
        return UUID.fromString(uuid);
    }

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
