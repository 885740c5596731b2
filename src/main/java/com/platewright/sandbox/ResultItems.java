// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.sandbox.fault.Fault;
import com.platewright.sandbox.ledger.PriceTable;
import com.platewright.sandbox.ledger.Task;
import com.platewright.sandbox.ledger.Task.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How one result of a finished task is told: where its files are and what it cost. */
final class ResultItems {
    static final String VIDEO = "videoInference";

    private final URI server;

    ResultItems(URI server) {
        this.server = server;
    }

    /** Adds one result, counted from 0, as far as the faults let it be right. */
    void add(Task task, int result, List<Fault> wrong, Reply reply) {
        String query = Fault.first(wrong, Fault.Signed.class)
                .map(signed -> "?signature=" + signed.signature())
                .orElse("");
        ObjectNode item = reply.item(VIDEO, task.id().toString()).put("status", "success");
        item.put("videoUUID", task.file(result, Kind.MP4).toString());
        item.put("videoURL", url(task, result, Kind.MP4) + query);
        if (task.work().order().exr().frames() > 0) {
            files(task, result, Fault.first(wrong, Fault.FilesAs.class), item);
            item.at("/outputs/files").forEach(file -> ((ObjectNode) file)
                    .put("url", file.path("url").asText() + query));
        }
        if (task.request().path("includeCost").asBoolean()) {
            cost(task, Fault.first(wrong, Fault.Cost.class), item);
        }
    }

    /** Where an upload can be fetched. */
    String mediaUrl(UUID id) {
        return server.resolve("/media/" + id).toString();
    }

    private void files(Task task, int result, Optional<Fault.FilesAs> wrong, ObjectNode item) {
        Fault.FileList list = wrong.map(Fault.FilesAs::what).orElse(Fault.FileList.SOUND);
        if (list == Fault.FileList.MISSING || (list == Fault.FileList.FIRST_MISSING && result == 0)) {
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
