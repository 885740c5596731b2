// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.fault.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * What the service refuses of a {@code videoInference} for {@code luma:ray@3.2}. The plain rules are those that its guide
 * states. The strict ones are kept by careful clients but not surely by the service, which is known to take, render and
 * bill a request with a misspelt key; a script switches them on.
 */
final class RayRules {
    static final String MODEL = "luma:ray@3.2";

    private static final Set<String> KEYS =
            Set.of("taskType taskUUID model positivePrompt inputs width height resolution duration settings webhookURL"
                    .concat(" includeCost numberResults uploadEndpoint ttl outputType outputFormat outputQuality")
                    .concat(" deliveryMethod safety")
                    .split(" "));
    private static final Set<String> INPUTS = Set.of("frameImages", "video");
    private static final Set<String> SETTINGS = Set.of("hdr", "exrExport", "loop", "edit", "sourcePosition");

    private record Rule(boolean strict, Predicate<JsonNode> broken, ApiError error) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    r -> !r.path("model").asText().equals(MODEL)
                            && !r.path("model").asText().equals("luma-ray3-2"),
                    error("invalidModel", "This model is not served here.", "model")
                            .allowing(List.of(MODEL))),
            rule(
                    r -> r.path("positivePrompt").asText().isBlank(),
                    error("missingPositivePrompt", "Give a prompt.", "positivePrompt")),
            rule(
                    r -> r.path("positivePrompt").asText().length() > 6000,
                    error("invalidPositivePrompt", "A prompt has 1 to 6000 characters.", "positivePrompt")),
            rule(
                    r -> r.hasNonNull("resolution") && (r.hasNonNull("width") || r.hasNonNull("height")),
                    error(
                            "incompatibleParameters",
                            "Give resolution, or width and height, not both.",
                            "resolution",
                            "width",
                            "height")),
            rule(
                    r -> r.hasNonNull("width") != r.hasNonNull("height"),
                    error("missingDimensionParameters", "Give width and height together.", "width", "height")),
            rule(
                    r -> r.hasNonNull("resolution")
                            && !Canvas.TIERS.contains(r.path("resolution").asText()),
                    error("invalidResolution", "This resolution is not offered.", "resolution")
                            .allowing(Canvas.TIERS)),
            rule(
                    r -> r.hasNonNull("width")
                            && r.hasNonNull("height")
                            && Canvas.of(r).isEmpty(),
                    error("unsupportedDimensions", "This size is not offered.", "width", "height")
                            .allowing(Canvas.names())),
            rule(
                    r -> r.hasNonNull("duration")
                            && !(r.path("duration").isIntegralNumber()
                                    && List.of(5, 10)
                                            .contains(r.path("duration").asInt())),
                    error("invalidDuration", "A clip lasts 5 or 10 seconds.", "duration")
                            .allowing(List.of("5", "10"))),
            rule(
                    r -> hdr(r)
                            && !has(r, "video")
                            && !Canvas.of(r).map(Canvas::carriesHdr).orElse(true),
                    error("incompatibleParameters", "HDR needs 720p or 1080p.", "settings.hdr", "resolution")),
            rule(
                    r -> hdr(r) && !has(r, "video") && seconds(r) == 10,
                    error("incompatibleParameters", "HDR runs at 5 seconds only.", "settings.hdr", "duration")),
            rule(
                    r -> set(r, "exrExport") && !hdr(r),
                    error("incompatibleParameters", "exrExport needs hdr.", "settings.exrExport", "settings.hdr")),
            rule(
                    r -> set(r, "loop") && seconds(r) == 10,
                    error("incompatibleParameters", "A loop runs at 5 seconds only.", "settings.loop", "duration")),
            rule(
                    r -> set(r, "loop") && hdr(r),
                    error(
                            "incompatibleParameters",
                            "loop and hdr exclude each other.",
                            "settings.loop",
                            "settings.hdr")),
            rule(
                    r -> set(r, "loop") && has(r, "video"),
                    error("incompatibleParameters", "A loop takes no video.", "settings.loop", "inputs.video")),
            rule(
                    r -> (r.path("settings").has("edit") || r.path("settings").has("sourcePosition"))
                            && !has(r, "video"),
                    error("missingInputsVideo", "Editing and reframing need a video.", "inputs.video")),
            rule(
                    r -> r.hasNonNull("numberResults")
                            && (r.path("numberResults").asInt() < 1
                                    || r.path("numberResults").asInt() > 20),
                    error("invalidNumberResults", "numberResults is 1 to 20.", "numberResults")),
            rule(
                    r -> r.hasNonNull("deliveryMethod")
                            && !r.path("deliveryMethod").asText().equals("async"),
                    error("invalidDeliveryMethod", "Video is delivered asynchronously.", "deliveryMethod")
                            .allowing(List.of("async"))),
            rule(
                    r -> r.hasNonNull("outputType")
                            && !r.path("outputType").asText().equals("URL"),
                    error("invalidOutputType", "Video is delivered by URL.", "outputType")
                            .allowing(List.of("URL"))),
            rule(
                    r -> r.hasNonNull("outputFormat")
                            && !List.of("MP4", "mp4")
                                    .contains(r.path("outputFormat").asText()),
                    error("unsupportedOutputFormat", "The sandbox writes MP4 only.", "outputFormat")
                            .allowing(List.of("MP4"))),
            strict(
                    r -> set(r, "loop")
                            && StreamSupport.stream(pins(r).spliterator(), false)
                                    .anyMatch(p -> OrderReader.frame(p, frames(r)) != 0),
                    error("incompatibleParameters", "A loop takes a first frame only.", "settings.loop")),
            strict(
                    r -> !has(r, "video")
                            && StreamSupport.stream(pins(r).spliterator(), false)
                                            .map(p -> OrderReader.frame(p, frames(r)))
                                            .distinct()
                                            .count()
                                    < pins(r).size(),
                    error("duplicateFrame", "Two images stand at one frame.", "inputs.frameImages")),
            strict(
                    r -> r.path("settings").has("edit") && (r.hasNonNull("width") || r.hasNonNull("duration")),
                    error("incompatibleParameters", "An edit keeps size and length.", "settings.edit", "width")),
            strict(
                    r -> r.at("/settings/edit/autoControls").asBoolean()
                            && (r.at("/settings/edit").has("strength")
                                    || r.at("/settings/edit").has("controls")),
                    error("incompatibleParameters", "autoControls stands alone.", "settings.edit")),
            strict(
                    r -> r.path("settings").has("sourcePosition")
                            && (!r.hasNonNull("width") || r.path("settings").size() > 1),
                    error(
                            "incompatibleParameters",
                            "Reframing takes width and height, and no other setting.",
                            "settings.sourcePosition")));

    private RayRules() {}

    /** The first rule that the request breaks is the answer, as the service has it. */
    static void check(JsonNode request, boolean strict) throws Refusal {
        for (Rule rule : RULES) {
            if ((strict || !rule.strict()) && rule.broken().test(request)) {
                throw new Refusal(rule.error());
            }
        }
        if (strict) {
            List<String> unknown = new ArrayList<>(beyond(request, KEYS, ""));
            unknown.addAll(beyond(request.path("inputs"), INPUTS, "inputs."));
            unknown.addAll(beyond(request.path("settings"), SETTINGS, "settings."));
            if (!unknown.isEmpty()) {
                throw new Refusal(
                        new ApiError(400, "unknownParameter", "This model has no such parameter.", unknown, List.of()));
            }
        }
    }

    /** Frames of a generated clip; the last index is 24 times its seconds. */
    static int frames(JsonNode request) {
        return ClipOrder.FRAME_RATE * seconds(request) + 1;
    }

    static int seconds(JsonNode request) {
        return request.path("duration").asInt(5);
    }

    static boolean hdr(JsonNode request) {
        return set(request, "hdr");
    }

    static boolean set(JsonNode request, String setting) {
        return request.path("settings").path(setting).asBoolean();
    }

    static boolean has(JsonNode request, String input) {
        return request.path("inputs").hasNonNull(input);
    }

    static JsonNode pins(JsonNode request) {
        return request.path("inputs").path("frameImages");
    }

    private static List<String> beyond(JsonNode object, Set<String> known, String prefix) {
        List<String> unknown = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                unknown.add(prefix + name);
            }
        });
        return unknown;
    }

    private static Rule rule(Predicate<JsonNode> broken, ApiError error) {
        return new Rule(false, broken, error);
    }

    private static Rule strict(Predicate<JsonNode> broken, ApiError error) {
        return new Rule(true, broken, error);
    }

    private static ApiError error(String code, String message, String... parameters) {
        return ApiError.of(400, code, message, parameters);
    }
}
