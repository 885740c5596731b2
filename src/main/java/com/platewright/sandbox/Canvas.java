// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A picture size that the model offers, and the tier that it is priced by. */
record Canvas(int width, int height, String tier) {

    static final List<String> TIERS = List.of("360p", "540p", "720p", "1080p");

    /** The first of each tier is what the tier's name alone stands for. */
    private static final List<Canvas> OFFERED = List.of(
            new Canvas(640, 360, "360p"),
            new Canvas(360, 640, "360p"),
            new Canvas(960, 540, "540p"),
            new Canvas(540, 960, "540p"),
            new Canvas(1280, 720, "720p"),
            new Canvas(720, 1280, "720p"),
            new Canvas(960, 960, "720p"),
            new Canvas(832, 1104, "720p"),
            new Canvas(1104, 832, "720p"),
            new Canvas(1584, 672, "720p"),
            new Canvas(1920, 1080, "1080p"),
            new Canvas(1080, 1920, "1080p"),
            new Canvas(1440, 1440, "1080p"),
            new Canvas(1248, 1648, "1080p"),
            new Canvas(1648, 1248, "1080p"));

    /** The canvas that a request asks for; 720p where it says nothing; empty where it is not offered. */
    static Optional<Canvas> of(JsonNode request) {
        if (request.hasNonNull("width") || request.hasNonNull("height")) {
            int width = request.path("width").asInt();
            int height = request.path("height").asInt();
            return OFFERED.stream()
                    .filter(c -> c.width == width && c.height == height)
                    .findFirst();
        }
        String tier = request.path("resolution").asText("720p");
        return OFFERED.stream().filter(c -> c.tier.equals(tier)).findFirst();
    }

    /**
     * The canvas of this tier for pictures of a given shape, width by height: the offered one that has it within a hundredth;
     * where there is none, as many pixels as 16:9 has, both sides even.
     */
    Canvas shaped(double aspect) {
        return OFFERED.stream()
                .filter(c -> c.tier.equals(tier) && Math.abs((double) c.width / c.height / aspect - 1) < 0.01)
                .findFirst()
                .orElseGet(() -> {
                    Canvas wide = OFFERED.stream()
                            .filter(c -> c.tier.equals(tier))
                            .findFirst()
                            .orElseThrow();
                    double high = Math.sqrt(wide.width * wide.height / aspect);
                    return new Canvas(even(high * aspect), even(high), tier);
                });
    }

    private static int even(double size) {
        return Math.max(16, 2 * (int) Math.round(size / 2));
    }

    /** All sizes, in the service's notation. */
    static List<String> names() {
        return OFFERED.stream().map(c -> c.width + "*" + c.height).toList();
    }

    boolean carriesHdr() {
        return tier.equals("720p") || tier.equals("1080p");
    }
}
