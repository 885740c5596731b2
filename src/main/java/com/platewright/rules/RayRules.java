// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import static com.platewright.rules.Rule.says;

import com.platewright.rules.Rule.Basis;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of {@code luma:ray@3.2}, in the order in which a person meets them. */
public final class RayRules {
    /** Characters. */
    private static final int LONGEST_PROMPT = 6000;

    private static final int MOST_KEYFRAMES = 64;

    private static final Set<String> HDR_SIZES = Set.of("720p", "1080p");

    private RayRules() {}

    /** All rules, for the sizes that are known. */
    public static List<Rule> all(Sizes sizes) {
        return Stream.of(
                        words(),
                        sizes(sizes),
                        times(),
                        dynamicRange(),
                        loops(),
                        keyframes(),
                        InputRules.stills(),
                        InputRules.sources(),
                        SourceRules.edits(),
                        SourceRules.reframes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> words() {
        return List.of(says("prompt.length", "A prompt has 1 to 6000 characters.", Basis.LUMA)
                .at("prompt")
                .brokenIf(
                        c -> c.asked().prompt().isBlank() || c.asked().prompt().length() > LONGEST_PROMPT,
                        c -> c.asked().prompt().strip().length() + " characters"));
    }

    private static List<Rule> sizes(Sizes sizes) {
        return List.of(
                says("size.given", "A clip needs a resolution, or a width and a height.", Basis.GUIDE_IMPLIES)
                        .brokenIf(
                                c -> c.asked().resolution().isEmpty() && !c.saysPair() && !c.isEdit(), c -> "neither"),
                says("size.one-way", "Give a resolution, or a width and a height, never both.", Basis.GUIDE)
                        .at("width", "height", "resolution")
                        .brokenIf(
                                c -> c.asked().resolution().isPresent() && c.saysPair(),
                                c -> "resolution " + c.asked().resolution().orElse("") + " and " + oneSide(c)),
                says("size.pair", "A width and a height are given together.", Basis.GUIDE_IMPLIES)
                        .at("width", "height")
                        .brokenIf(
                                c -> c.asked().width().isPresent()
                                        != c.asked().height().isPresent(),
                                c -> oneSide(c) + " alone"),
                says(
                                "size.known",
                                "The known pairs of width and height are " + sizes.pairs() + ".",
                                Basis.GUIDE_IMPLIES)
                        .at("width", "height")
                        .brokenBy(c -> c.canvas()
                                .filter(pair -> sizes.named(pair).isEmpty())
                                .map(Object::toString)));
    }

    private static String oneSide(Clip clip) {
        return clip.asked().width().isPresent() ? "a width" : "a height";
    }

    private static List<Rule> times() {
        return List.of(says("duration.value", "A clip lasts 5 or 10 seconds.", Basis.GUIDE)
                .at("duration")
                .brokenIf(c -> c.seconds() != 5 && c.seconds() != 10, c -> c.seconds() + " seconds"));
    }

    private static List<Rule> dynamicRange() {
        return List.of(
                says("hdr.size", "HDR is made at 720p or 1080p.", Basis.GUIDE)
                        .at("hdr", "resolution", "width")
                        .brokenBy(c -> c.size()
                                .filter(size -> c.asked().hdr() && c.isNew() && !HDR_SIZES.contains(size))
                                .map(size -> "hdr with "
                                        + c.canvas()
                                                .filter(pair ->
                                                        c.asked().resolution().isEmpty())
                                                .map(pair -> pair + ", which is " + size)
                                                .orElse(size))),
                says("hdr.length", "HDR is made for 5 seconds.", Basis.GUIDE)
                        .at("hdr", "duration")
                        .brokenIf(
                                c -> c.asked().hdr() && c.isNew() && c.seconds() != 5,
                                c -> "hdr with duration " + c.seconds()),
                says("exr.hdr", "EXR frames need hdr: true.", Basis.GUIDE)
                        .at("exr", "hdr")
                        .brokenIf(c -> c.asked().exr() && !c.asked().hdr(), c -> "exr without hdr"));
    }

    private static List<Rule> loops() {
        return List.of(
                says("loop.length", "A loop lasts 5 seconds.", Basis.GUIDE)
                        .at("loop", "duration")
                        .brokenIf(c -> c.asked().loop() && c.seconds() != 5, c -> "loop with duration " + c.seconds()),
                says("loop.hdr", "A loop cannot be HDR.", Basis.GUIDE)
                        .at("loop", "hdr")
                        .brokenIf(c -> c.asked().loop() && c.asked().hdr(), c -> "loop with hdr"),
                says("loop.source", "A loop is made anew, not from a source clip.", Basis.GUIDE)
                        .at("loop", "source")
                        .brokenIf(c -> c.asked().loop() && !c.isNew(), c -> "loop with source"),
                says("loop.keyframes", "A loop can be pinned at its first frame only.", Basis.TOOLS)
                        .at("loop", "keyframes")
                        .brokenIf(
                                c -> c.asked().loop() && c.pinsMoreThanTheStart(), c -> "loop with a later keyframe"));
    }

    private static List<Rule> keyframes() {
        return List.of(
                says(
                                "keyframes.range",
                                "Keyframes stand at frame 0 to 120 of 5 seconds, 0 to 240 of 10 seconds.",
                                Basis.GUIDE)
                        .at("keyframes")
                        .brokenBy(c -> c.outside()
                                .filter(at -> !c.isEdit())
                                .map(at -> "frame " + at + " in " + c.seconds() + " seconds")),
                says("keyframes.unique", "Each frame takes one keyframe.", Basis.LUMA)
                        .at("keyframes")
                        .brokenBy(c -> c.claimedTwice().map(at -> "frame " + at + " twice")),
                says("keyframes.count", "A clip takes at most 64 keyframes.", Basis.LUMA)
                        .at("keyframes")
                        .brokenIf(
                                c -> c.asked().keyframes().size() > MOST_KEYFRAMES,
                                c -> c.asked().keyframes().size() + " keyframes"));
    }
}
