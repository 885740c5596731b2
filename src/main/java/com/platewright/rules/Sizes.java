// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.request.Generate;
import com.platewright.shot.Resolution;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The picture sizes of the model. A named size decides the price and whether there is HDR; a pair of width and height
 * belongs to one of them. The documents show examples of pairs, not a list, so others may exist, which a show adds.
 */
public final class Sizes {
    /** Those that the documents show or imply, by pair: {@code 1280x720}. */
    public static final Sizes DOCUMENTED = new Sizes(Map.ofEntries(
            Map.entry("640x360", "360p"),
            Map.entry("360x640", "360p"),
            Map.entry("960x540", "540p"),
            Map.entry("540x960", "540p"),
            Map.entry("1280x720", "720p"),
            Map.entry("720x1280", "720p"),
            Map.entry("960x960", "720p"),
            Map.entry("832x1104", "720p"),
            Map.entry("1104x832", "720p"),
            Map.entry("1584x672", "720p"),
            Map.entry("1920x1080", "1080p"),
            Map.entry("1080x1920", "1080p"),
            Map.entry("1440x1440", "1080p"),
            Map.entry("1248x1648", "1080p"),
            Map.entry("1648x1248", "1080p")));

    private final Map<String, String> names;

    private Sizes(Map<String, String> names) {
        this.names = new TreeMap<>(names);
    }

    /**
     * These sizes and a show's own, whose word counts where both name a pair.
     *
     * @param own pairs such as {@code 1024x576}, with the named size that each belongs to
     */
    public Sizes with(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(names);
        all.putAll(own);
        return new Sizes(all);
    }

    /** The named size that a request asks for and pays, by name or by its pair; empty for no pair or an unknown one. */
    public Optional<String> named(Generate generate) {
        return generate.resolution().or(() -> pair(generate).flatMap(this::named));
    }

    /** The named size that a pair belongs to; empty for an unknown one. */
    public Optional<String> named(Resolution pair) {
        return Optional.ofNullable(names.get(pair.toString()));
    }

    /** The width and height that a request asks for, if it gives both. */
    public static Optional<Resolution> pair(Generate generate) {
        if (generate.width().orElse(0) <= 0 || generate.height().orElse(0) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Resolution(generate.width().orElseThrow(), generate.height().orElseThrow()));
    }

    /** The known pairs, for a message. */
    String pairs() {
        return String.join(", ", names.keySet());
    }
}
