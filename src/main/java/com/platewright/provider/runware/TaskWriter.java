// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.GenerationRequest.Format;
import com.platewright.provider.Guidance;
import com.platewright.provider.Keyframe;
import com.platewright.provider.MediaInput;
import com.platewright.provider.Operation;
import com.platewright.provider.Operation.Generate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * Writes tasks as the service reads them: always a list of one. Keys are those of the published list for the model
 * (LumaRay32Params of Runware's own types, and its guides for the members of {@code inputs} and {@code settings}), in a
 * fixed order; switches stand only when on.
 */
final class TaskWriter {
    static final String GENERATION = "videoInference";
    static final String STATE = "getResponse";

    /** The clip length up to which the names {@code first} and {@code last} are known to be taken, in seconds. */
    private static final int NAMED_ANCHORS = 5;

    private TaskWriter() {}

    /** @param media the service's id of every local file of the request */
    static ArrayNode generation(UUID id, GenerationRequest request, Map<MediaInput, String> media) {
        ObjectNode task = task(GENERATION, id);
        task.put("model", request.model());
        task.put("positivePrompt", request.prompt());
        format(task, request.format());
        if (request.operation() instanceof Generate generate) {
            task.put("duration", generate.seconds());
        }
        ObjectNode inputs = inputs(request.operation(), media);
        if (!inputs.isEmpty()) {
            task.set("inputs", inputs);
        }
        ObjectNode settings = settings(request);
        if (!settings.isEmpty()) {
            task.set("settings", settings);
        }
        if (request.results() > 1) {
            task.put("numberResults", request.results());
        }
        task.put("deliveryMethod", "async");
        task.put("includeCost", true);
        task.put("outputType", "URL");
        task.put("outputFormat", "MP4");
        return listed(task);
    }

    /** A question for the state of a task. */
    static ArrayNode state(UUID id) {
        return listed(task(STATE, id));
    }

    /** A question to the archive. */
    static ArrayNode details(UUID id) {
        return listed(task("getTaskDetails", id));
    }

    static ArrayNode account(UUID id) {
        return listed(task("accountManagement", id).put("operation", "getDetails"));
    }

    private static void format(ObjectNode task, Format format) {
        if (format instanceof Format.Named named) {
            task.put("resolution", named.name());
        } else if (format instanceof Format.Exact exact) {
            task.put("width", exact.size().width());
            task.put("height", exact.size().height());
        }
    }

    private static ObjectNode inputs(Operation operation, Map<MediaInput, String> media) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        if (operation instanceof Generate generate) {
            OptionalInt last = generate.seconds() <= NAMED_ANCHORS
                    ? OptionalInt.of(generate.seconds() * Generate.GRID)
                    : OptionalInt.empty();
            frames(inputs, generate.keyframes(), generate::position, last, media);
        } else if (operation instanceof Operation.Edit edit) {
            inputs.put("video", media.get(edit.source()));
            frames(inputs, edit.anchors(), Keyframe::frame, OptionalInt.of(Keyframe.LAST), media);
        } else if (operation instanceof Operation.Reframe reframe) {
            inputs.put("video", media.get(reframe.source()));
        }
        return inputs;
    }

    /**
     * Pinned stills: by the names {@code first} and {@code last} if there are no others and names are taken, else all by
     * number. Names and numbers are two features at the model's maker, so they are not mixed.
     *
     * @param last the position that is called {@code last}; empty if names are not taken
     */
    private static void frames(
            ObjectNode inputs,
            List<Keyframe> keyframes,
            ToIntFunction<Keyframe> position,
            OptionalInt last,
            Map<MediaInput, String> media) {
        if (keyframes.isEmpty()) {
            return;
        }
        boolean named = last.isPresent()
                && keyframes.stream().mapToInt(position).allMatch(at -> at == Keyframe.FIRST || at == last.getAsInt());
        ArrayNode frames = inputs.putArray("frameImages");
        for (Keyframe keyframe : keyframes) {
            int at = position.applyAsInt(keyframe);
            ObjectNode frame = frames.addObject().put("image", media.get(keyframe.image()));
            if (named) {
                frame.put("frame", at == Keyframe.FIRST ? "first" : "last");
            } else {
                frame.put("frame", at);
            }
        }
    }

    private static ObjectNode settings(GenerationRequest request) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        on(settings, "hdr", request.output().hdr());
        on(settings, "exrExport", request.output().exr());
        on(settings, "loop", request.output().loop());
        if (request.operation() instanceof Operation.Edit edit) {
            settings.set("edit", guidance(edit.guidance())); // also where it is empty: it is what makes this an edit
        } else if (request.operation() instanceof Operation.Reframe reframe) {
            reframe.placement().ifPresent(p -> settings.putObject("sourcePosition")
                    .put("x", p.x())
                    .put("y", p.y())
                    .put("width", p.width())
                    .put("height", p.height()));
        }
        return settings;
    }

    private static ObjectNode guidance(Guidance guidance) {
        ObjectNode edit = JsonNodeFactory.instance.objectNode();
        if (guidance instanceof Guidance.Chosen chosen) {
            chosen.strength().ifPresent(s -> edit.put("strength", s.word()));
            Guidance.Controls controls = chosen.controls();
            ObjectNode chosenControls = JsonNodeFactory.instance.objectNode();
            controls.pose().ifPresent(p -> chosenControls.put("poseStrength", p.word()));
            controls.depthBlur().ifPresent(v -> chosenControls.put("depthBlur", v));
            controls.normalsAugmentation().ifPresent(v -> chosenControls.put("normalsAugmentation", v));
            controls.trajectorySparsity().ifPresent(v -> chosenControls.put("trajectorySparsity", v));
            on(chosenControls, "face", controls.face());
            if (!chosenControls.isEmpty()) {
                edit.set("controls", chosenControls);
            }
        } else {
            edit.put("autoControls", true);
        }
        return edit;
    }

    private static void on(ObjectNode node, String key, boolean value) {
        if (value) {
            node.put(key, true);
        }
    }

    private static ObjectNode task(String type, UUID id) {
        return JsonNodeFactory.instance.objectNode().put("taskType", type).put("taskUUID", id.toString());
    }

    private static ArrayNode listed(ObjectNode task) {
        return JsonNodeFactory.instance.arrayNode().add(task);
    }
}
