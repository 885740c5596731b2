// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import static com.platewright.rules.Rule.says;

import com.platewright.rules.Rule.Basis;
import java.util.List;
import java.util.Locale;

/** The rules of the files that a request names: stills to pin, and a clip to start from. */
final class InputRules {
    /** Bytes. */
    private static final long LARGEST_STILL = 50_000_000;

    private static final long LARGEST_SOURCE = 200_000_000;

    private InputRules() {}

    static List<Rule> stills() {
        return List.of(
                says("still.kind", "A still is a PNG, JPEG, WebP or OpenEXR file.", Basis.TOOLS)
                        .at("keyframes")
                        .brokenBy(c -> c.stills(s -> s.kind().isEmpty())),
                says(
                                "still.exr",
                                "An OpenEXR still is sent as a PNG through the show's view, 8 bits a channel.",
                                Basis.KINDS)
                        .at("keyframes")
                        .brokenBy(c -> c.stills(Still::isExr)),
                says("still.bytes", "A still has at most 50 MB.", Basis.LUMA)
                        .at("keyframes")
                        .brokenBy(c -> c.stills(s -> s.bytes() > LARGEST_STILL)),
                says("still.shape", "A still has the shape of the clip; another is cropped by the model.", Basis.LUMA)
                        .at("keyframes", "width")
                        .brokenBy(Clip::stillOfAnotherShape));
    }

    static List<Rule> sources() {
        return List.of(
                says("source.kind", "A source is a movie.", Basis.TOOLS)
                        .at("source")
                        .brokenBy(c -> c.source().filter(Footage::isStill).map(f -> f.name() + " is a still")),
                says("source.bytes", "A source clip has at most 200 MB.", Basis.LUMA)
                        .at("source")
                        .brokenBy(c -> c.source()
                                .filter(f -> f.bytes() > LARGEST_SOURCE)
                                .map(f -> f.bytes() / 1_000_000 + " MB")),
                says(
                                "source.rate",
                                "A source clip runs at 24 frames a second, as the model's clips do.",
                                Basis.GUIDE_IMPLIES)
                        .at("source")
                        .brokenBy(c -> c.sourceOfAnotherRate().map(InputRules::rate)));
    }

    static String rate(double framesASecond) {
        return String.format(Locale.ROOT, "%.3f frames a second", framesASecond);
    }
}
