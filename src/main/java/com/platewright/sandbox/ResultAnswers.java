// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.sandbox.fault.ApiError;
import com.platewright.sandbox.fault.Fault;
import com.platewright.sandbox.fault.FaultScript.Stage;
import com.platewright.sandbox.fault.Faults;
import com.platewright.sandbox.ledger.Task;
import com.platewright.sandbox.ledger.Tasks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What became of a task: {@code getResponse} and {@code getTaskDetails}. */
final class ResultAnswers {
    private static final String VIDEO = ResultItems.VIDEO;

    private final Tasks tasks;
    private final Studio studio;
    private final Faults faults;
    private final ResultItems items;
    private final Map<UUID, Integer> shown = new ConcurrentHashMap<>();

    ResultAnswers(Tasks tasks, Studio studio, Faults faults, ResultItems items) {
        this.tasks = tasks;
        this.studio = studio;
        this.faults = faults;
        this.items = items;
    }

    /** Nothing at all is said of a task that is not known, just as of one that is on its way to a worker. */
    void poll(UUID id, Reply reply) throws IOException {
        Optional<Task> known = tasks.find(id);
        if (known.isEmpty()) {
            return;
        }
        Task task = known.get();
        studio.see(task);
        List<Fault> wrong =
                faults.take(Stage.POLL, id.toString(), f -> f instanceof Fault.Status || f instanceof Fault.Fail);
        Optional<Fault.Fail> fail = Fault.first(wrong, Fault.Fail.class);
        Optional<ApiError> failure = studio.failure(task);
        if (!wrong.isEmpty() && fail.isEmpty()) {
            reply.item(VIDEO, id.toString())
                    .put(
                            "status",
                            Fault.first(wrong, Fault.Status.class).orElseThrow().word());
        } else if (fail.isPresent()) {
            failed(task, fail.get(), reply);
        } else if (failure.isPresent()) {
            reply.tell(failure.get(), VIDEO, id.toString());
        } else if (studio.clip(task, 0).isEmpty()) {
            ObjectNode item = reply.item(VIDEO, id.toString()).put("status", "processing");
            studio.progress(id).ifPresent(percent -> item.put("progress", percent));
        } else {
            succeeded(task, reply);
        }
    }

    /** The archive: request and response of a finished task. */
    void details(UUID id, Reply reply) throws Refusal, IOException {
        Optional<Task> known = tasks.find(id);
        if (known.isEmpty()) {
            throw new Refusal(ApiError.of(404, "taskNotFound", "There is no task of this id.", "taskUUID"));
        }
        Task task = known.get();
        ObjectNode item = reply.item("getTaskDetails", id.toString());
        item.putArray("request").add(task.request());
        ObjectNode response = item.putObject("response");
        Optional<ApiError> failure = studio.failure(task);
        if (failure.isPresent()) {
            response.putArray("errors").add(failure.get().json(VIDEO, id.toString()));
        } else if (studio.clip(task, 0).isPresent()) {
            Reply whole = new Reply();
            for (int i = 0; i < task.work().results(); i++) {
                items.add(task, i, List.of(), whole);
            }
            response.set("data", whole.json().path("data"));
        }
    }

    private void succeeded(Task task, Reply reply) throws IOException {
        String uuid = task.id().toString();
        List<Fault> wrong = faults.take(
                Stage.POLL,
                uuid,
                f -> f instanceof Fault.OfPoll && !(f instanceof Fault.Status) && !(f instanceof Fault.Fail));
        int results = task.work().results();
        if (Fault.first(wrong, Fault.OnePerPoll.class).isPresent()) {
            results = Math.min(results, shown.merge(task.id(), 1, Integer::sum));
        }
        if (Fault.first(wrong, Fault.OnlyFirst.class).isPresent()) {
            results = 1;
        }
        boolean reversed = Fault.first(wrong, Fault.Reversed.class).isPresent();
        for (int i = 0; i < results; i++) {
            items.add(task, reversed ? results - 1 - i : i, wrong, reply);
        }
        Optional<Fault.Mixed> mixed = Fault.first(wrong, Fault.Mixed.class);
        if (mixed.isPresent()) {
            ApiError error = ApiError.known("providerError").orElseThrow();
            reply.tell(
                    error,
                    VIDEO,
                    mixed.get().error() == Fault.Whose.OWN
                            ? uuid
                            : UUID.randomUUID().toString());
        }
    }

    private static void failed(Task task, Fault.Fail fail, Reply reply) {
        String uuid = task.id().toString();
        switch (fail.shape()) {
            case ERRORS -> reply.tell(fail.error(), VIDEO, uuid);
            case SINGLE -> reply.tellAlone(fail.error(), VIDEO, uuid);
            case ITEM ->
                reply.item(VIDEO, uuid)
                        .put("status", "error")
                        .set("error", fail.error().json());
        }
    }
}
