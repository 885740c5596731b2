// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.sandbox.fault.ApiError;
import com.platewright.sandbox.fault.Fault;
import com.platewright.sandbox.fault.FaultScript.Stage;
import com.platewright.sandbox.fault.Faults;
import com.platewright.sandbox.ledger.PriceTable;
import com.platewright.sandbox.ledger.Task;
import com.platewright.sandbox.ledger.Task.Kind;
import com.platewright.sandbox.ledger.Tasks;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What became of a task: {@code getResponse} and {@code getTaskDetails}. */
final class ResultAnswers {
    private static final String VIDEO = "videoInference";

    private final Tasks tasks;
    private final Studio studio;
    private final Faults faults;
    private final URI server;
    private final Map<UUID, Integer> shown = new ConcurrentHashMap<>();

    ResultAnswers(Tasks tasks, Studio studio, Faults faults, URI server) {
        this.tasks = tasks;
        this.studio = studio;
        this.faults = faults;
        this.server = server;
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
                result(task, i, List.of(), whole);
            }
            response.set("data", whole.json().path("data"));
        }
    }

    /** Where an upload can be fetched. */
    String mediaUrl(UUID id) {
        return server.resolve("/media/" + id).toString();
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
        for (int i = 0; i < results; i++) {
            result(task, i, wrong, reply);
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

    private void result(Task task, int result, List<Fault> wrong, Reply reply) {
        ObjectNode item = reply.item(VIDEO, task.id().toString()).put("status", "success");
        item.put("videoUUID", task.file(result, Kind.MP4).toString());
        item.put("videoURL", url(task, result, Kind.MP4));
        if (task.work().order().exr().frames() > 0) {
            files(task, result, Fault.first(wrong, Fault.FilesAs.class), item);
        }
        if (task.request().path("includeCost").asBoolean()) {
            cost(task, Fault.first(wrong, Fault.Cost.class), item);
        }
    }

    private void files(Task task, int result, Optional<Fault.FilesAs> wrong, ObjectNode item) {
        Fault.FileList list = wrong.map(Fault.FilesAs::what).orElse(Fault.FileList.SOUND);
        if (list == Fault.FileList.MISSING) {
            return;
        }
        ArrayNode files = item.putObject("outputs").putArray("files");
        String type = list == Fault.FileList.UNKNOWN_TYPE ? "depth" : "exr";
        file(task, result, list == Fault.FileList.SINGLE_EXR ? Kind.EXR : Kind.ZIP, type, files);
        if (list == Fault.FileList.TWO) {
            file(task, result, Kind.ZIP_COPY, type, files);
        }
    }

    private void file(Task task, int result, Kind kind, String type, ArrayNode files) {
        files.addObject()
                .put("uuid", task.file(result, kind).toString())
                .put("type", type)
                .put("url", url(task, result, kind));
    }

    /** The cost of one of the task's results. */
    private static void cost(Task task, Optional<Fault.Cost> wrong, ObjectNode item) {
        if (wrong.isEmpty()) {
            BigDecimal results = BigDecimal.valueOf(task.work().results());
            item.put("cost", PriceTable.plain(task.charge().amount().divide(results, 6, RoundingMode.HALF_UP)));
        } else if (wrong.get().value().isPresent()) {
            String value = wrong.get().value().get();
            if (wrong.get().text()) {
                item.put("cost", value);
            } else {
                item.put("cost", new BigDecimal(value));
            }
        }
    }

    private String url(Task task, int result, Kind kind) {
        String segment = task.id().toString().substring(0, 6).toLowerCase(Locale.ROOT);
        String path = "/video/os/" + segment + "/ws/2/vi/" + task.file(result, kind) + "." + kind.suffix();
        return server.resolve(path).toString();
    }
}
