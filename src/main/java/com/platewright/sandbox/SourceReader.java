// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.clip.ClipOrder.Placement;
import com.platewright.sandbox.clip.ClipOrder.Source;
import com.platewright.sandbox.clip.ClipRenderer;
import com.platewright.sandbox.clip.Footage;
import com.platewright.sandbox.fault.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what a {@code videoInference} says of a movie that shall be edited or reframed. */
final class SourceReader {
    /** The longest sources that the model's maker takes, in seconds. */
    private static final int LONGEST_EDIT = 18;

    private static final int LONGEST_REFRAME = 30;

    /** Longer by less than this is not longer: 121 frames at 23.976 are 5.005 s. */
    private static final double TOLERANCE = 0.1;

    /** From close to the source to free of it. */
    private static final List<String> STRENGTHS = List.of(
            "adhere_1",
            "adhere_2",
            "adhere_3",
            "flex_1",
            "flex_2",
            "flex_3",
            "reimagine_1",
            "reimagine_2",
            "reimagine_3");

    private static final List<String> SLIDERS = List.of("depthBlur", "normalsAugmentation", "trajectorySparsity");

    /** What an edit without a strength is taken for. */
    private static final double MIDDLE = 0.5;

    private final MediaShelf shelf;
    private final ClipRenderer renderer;

    SourceReader(MediaShelf shelf, ClipRenderer renderer) {
        this.shelf = shelf;
        this.renderer = renderer;
    }

    /** A movie, what it is like, and whether it is edited (else reframed). */
    record Found(Path movie, Footage footage, boolean edit) {

        /** What is sold: an edit by five seconds or ten, a reframe by the second. */
        int billedSeconds() {
            int begun = Math.max(1, (int) Math.ceil(footage.seconds() - TOLERANCE));
            return !edit ? begun : begun <= 5 ? 5 : 10;
        }
    }

    /** The movie of a request; empty where it names none. A movie without settings of its own and without a size is edited. */
    Optional<Found> find(JsonNode request) throws Refusal, IOException {
        if (!RayRules.has(request, "video")) {
            return Optional.empty();
        }
        JsonNode settings = request.path("settings");
        boolean edit = settings.has("edit") || !(settings.has("sourcePosition") || request.hasNonNull("width"));
        Path movie = shelf.resolve(request.path("inputs").path("video").asText(), "inputs.video");
        Footage footage = footage(movie);
        int longest = edit ? LONGEST_EDIT : LONGEST_REFRAME;
        if (footage.seconds() > longest + TOLERANCE) {
            String message =
                    (edit ? "A video to edit" : "A video to reframe") + " lasts at most " + longest + " seconds.";
            throw new Refusal(ApiError.of(400, "unsupportedDuration", message, "inputs.video"));
        }
        return Optional.of(new Found(movie, footage, edit));
    }

    private Footage footage(Path movie) throws Refusal {
        try {
            return renderer.footage(movie);
        } catch (IOException e) {
            throw new Refusal(ApiError.of(
                    400, "invalidInputsVideo", "This video cannot be decoded: " + e.getMessage(), "inputs.video"));
        }
    }

    /**
     * How the movie goes into a clip of this size.
     *
     * @param width in pixels, of the clip
     * @param height in pixels, of the clip
     */
    Source source(Found found, JsonNode request, int width, int height) throws Refusal {
        if (found.edit()) {
            return Source.edited(found.movie(), freedom(request.at("/settings/edit")));
        }
        JsonNode place = request.path("settings").path("sourcePosition");
        return Source.placed(
                found.movie(), place.isMissingNode() ? centred(found.footage(), width, height) : placement(place));
    }

    private static Placement centred(Footage footage, int width, int height) {
        double scale = Math.min((double) width / footage.width(), (double) height / footage.height());
        double wide = footage.width() * scale / width;
        double high = footage.height() * scale / height;
        return new Placement((1 - wide) / 2, (1 - high) / 2, wide, high);
    }

    private static Placement placement(JsonNode place) throws Refusal {
        return new Placement(
                fraction(place, "x", -2),
                fraction(place, "y", -2),
                fraction(place, "width", Double.MIN_VALUE),
                fraction(place, "height", Double.MIN_VALUE));
    }

    private static double fraction(JsonNode place, String name, double least) throws Refusal {
        JsonNode value = place.path(name);
        if (!value.isNumber() || value.asDouble() < least || value.asDouble() > 2) {
            String range = name + (least < 0 ? " is -2 to 2" : " is more than 0, up to 2") + ", of the new canvas.";
            throw new Refusal(ApiError.of(400, "invalidSourcePosition", range, "settings.sourcePosition." + name));
        }
        return value.asDouble();
    }

    /** 0 to 1; what the controls leave open counts for as much as the strength. */
    private static double freedom(JsonNode edit) throws Refusal {
        String word = edit.path("strength").asText();
        if (!word.isEmpty() && !STRENGTHS.contains(word)) {
            throw new Refusal(
                    ApiError.of(400, "invalidEditStrength", "There is no such strength.", "settings.edit.strength")
                            .allowing(STRENGTHS));
        }
        double strength = word.isEmpty() ? MIDDLE : (STRENGTHS.indexOf(word) + 1.0) / STRENGTHS.size();
        double sum = 0;
        int said = 0;
        for (String slider : SLIDERS) {
            JsonNode value = edit.path("controls").path(slider);
            if (!value.isMissingNode()) {
                sum += Math.max(0, Math.min(1, value.asDouble()));
                said++;
            }
        }
        return said == 0 ? strength : (strength + sum / said) / 2;
    }
}
