// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import static com.platewright.rules.Rule.Standing.CONFIRMED;
import static com.platewright.rules.Rule.Standing.INFERRED;
import static com.platewright.rules.Rule.says;

import com.platewright.request.Generate;
import com.platewright.rules.Rule.Basis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of {@code luma:ray@3.2}, in the order in which a person meets them. */
public final class RayRules {
    private static final Basis GUIDE = new Basis("Runware's guide to Ray 3.2", CONFIRMED);
    private static final Basis GUIDE_IMPLIES = new Basis("Runware's guide to Ray 3.2", INFERRED);
    private static final Basis TOOLS = new Basis("Runware's own tools for this model", CONFIRMED);
    private static final Basis LUMA = new Basis("Luma's own API for this model", INFERRED);

    private static final Basis OURS = new Basis("The service's list of kinds, which has no OpenEXR", CONFIRMED);

    /** Characters. */
    private static final int LONGEST_PROMPT = 6000;

    private static final int MOST_KEYFRAMES = 64;

    /** Bytes. */
    private static final long LARGEST_STILL = 50_000_000;

    private static final long LARGEST_SOURCE = 200_000_000;

    /** Seconds, with the one frame that is above the even number. */
    private static final double LONGEST_EDIT = 18.1;

    private static final double LONGEST_REFRAME = 30.1;

    private static final Set<String> HDR_SIZES = Set.of("720p", "1080p");

    private RayRules() {}

    /** All rules, for the sizes that are known here. */
    public static List<Rule> all() {
        return all(Set.of());
    }

    /**
     * All rules.
     *
     * @param more pairs of width and height beside those that are known here, such as {@code 1024x576}
     */
    public static List<Rule> all(Set<String> more) {
        return Stream.of(
                        words(),
                        sizes(more),
                        times(),
                        dynamicRange(),
                        loops(),
                        keyframes(),
                        stills(),
                        edits(),
                        reframes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> words() {
        return List.of(says("prompt.length", "A prompt has 1 to 6000 characters.", LUMA)
                .at("prompt")
                .brokenIf(
                        g -> g.prompt().isBlank() || g.prompt().length() > LONGEST_PROMPT,
                        g -> g.prompt().strip().length() + " characters"));
    }

    private static List<Rule> sizes(Set<String> more) {
        return List.of(
                says("size.given", "A clip needs a resolution, or a width and a height.", GUIDE_IMPLIES)
                        .brokenIf(
                                g -> g.resolution().isEmpty() && !Clip.saysPair(g) && !Clip.isEdit(g), g -> "neither"),
                says("size.one-way", "Give a resolution, or a width and a height, never both.", GUIDE)
                        .at("width", "height", "resolution")
                        .brokenIf(
                                g -> g.resolution().isPresent() && Clip.saysPair(g),
                                g -> "resolution " + g.resolution().orElse("") + " and "
                                        + (g.width().isPresent() ? "a width" : "a height")),
                says("size.pair", "A width and a height are given together.", GUIDE_IMPLIES)
                        .at("width", "height")
                        .brokenIf(
                                g -> g.width().isPresent() != g.height().isPresent(),
                                g -> (g.width().isPresent() ? "a width" : "a height") + " alone"),
                says("size.known", "The known pairs of width and height are " + Sizes.pairs() + ".", GUIDE_IMPLIES)
                        .at("width", "height")
                        .brokenIf(
                                g -> Sizes.isUnknownPair(g, more),
                                g -> Sizes.pair(g).orElseThrow().toString()));
    }

    private static List<Rule> times() {
        return List.of(says("duration.value", "A clip lasts 5 or 10 seconds.", GUIDE)
                .at("duration")
                .brokenIf(g -> Clip.seconds(g) != 5 && Clip.seconds(g) != 10, g -> Clip.seconds(g) + " seconds"));
    }

    private static List<Rule> dynamicRange() {
        return List.of(
                says("hdr.size", "HDR is made at 720p or 1080p.", GUIDE)
                        .at("hdr", "resolution", "width")
                        .brokenIf(
                                g -> g.hdr()
                                        && Clip.isNew(g)
                                        && Sizes.named(g)
                                                .filter(s -> !HDR_SIZES.contains(s))
                                                .isPresent(),
                                g -> "hdr with " + Sizes.named(g).orElse("")),
                says("hdr.length", "HDR is made for 5 seconds.", GUIDE)
                        .at("hdr", "duration")
                        .brokenIf(
                                g -> g.hdr() && Clip.isNew(g) && Clip.seconds(g) != 5,
                                g -> "hdr with duration " + Clip.seconds(g)),
                says("exr.hdr", "EXR frames need hdr: true.", GUIDE)
                        .at("exr", "hdr")
                        .brokenIf(g -> g.exr() && !g.hdr(), g -> "exr without hdr"));
    }

    private static List<Rule> loops() {
        return List.of(
                says("loop.length", "A loop lasts 5 seconds.", GUIDE)
                        .at("loop", "duration")
                        .brokenIf(g -> g.loop() && Clip.seconds(g) != 5, g -> "loop with duration " + Clip.seconds(g)),
                says("loop.hdr", "A loop cannot be HDR.", GUIDE)
                        .at("loop", "hdr")
                        .brokenIf(g -> g.loop() && g.hdr(), g -> "loop with hdr"),
                says("loop.source", "A loop is made anew, not from a source clip.", GUIDE)
                        .at("loop", "source")
                        .brokenIf(g -> g.loop() && !Clip.isNew(g), g -> "loop with source"),
                says("loop.keyframes", "A loop can be pinned at its first frame only.", TOOLS)
                        .at("loop", "keyframes")
                        .brokenIf(g -> g.loop() && Clip.pinsMoreThanTheStart(g), g -> "loop with a later keyframe"));
    }

    private static List<Rule> keyframes() {
        return List.of(
                says(
                                "keyframes.range",
                                "Keyframes stand at frame 0 to 120 of 5 seconds, 0 to 240 of 10 seconds.",
                                GUIDE)
                        .at("keyframes")
                        .brokenIf(
                                g -> !Clip.isEdit(g) && !Clip.outside(g).isEmpty(),
                                g -> "frame " + Clip.outside(g).get(0) + " in " + Clip.seconds(g) + " seconds"),
                says("keyframes.unique", "Each frame takes one keyframe.", LUMA)
                        .at("keyframes")
                        .brokenIf(
                                g -> !Clip.claimedTwice(g).isEmpty(),
                                g -> "frame " + Clip.claimedTwice(g).iterator().next() + " twice"),
                says("keyframes.count", "A clip takes at most 64 keyframes.", LUMA)
                        .at("keyframes")
                        .brokenIf(
                                g -> g.keyframes().size() > MOST_KEYFRAMES,
                                g -> g.keyframes().size() + " keyframes"));
    }

    private static List<Rule> stills() {
        return List.of(
                says("still.kind", "A still is a PNG, JPEG, WebP or OpenEXR file.", TOOLS)
                        .at("keyframes")
                        .brokenIf(
                                g -> Clip.still(g, s -> s.kind().isEmpty()).isPresent(),
                                g -> Clip.still(g, s -> s.kind().isEmpty()).orElse("")),
                says("still.exr", "An OpenEXR still is sent as a PNG through the show's view, 8 bits a channel.", OURS)
                        .at("keyframes")
                        .brokenIf(g -> Clip.still(g, RayRules::isExr).isPresent(), g -> Clip.still(g, RayRules::isExr)
                                .orElse("")),
                says("still.bytes", "A still has at most 50 MB.", LUMA)
                        .at("keyframes")
                        .brokenIf(
                                g -> Clip.still(g, s -> s.bytes() > LARGEST_STILL)
                                        .isPresent(),
                                g -> Clip.still(g, s -> s.bytes() > LARGEST_STILL)
                                        .orElse("")),
                says("still.shape", "A still has the shape of the clip; another is cropped by the model.", LUMA)
                        .at("keyframes", "width")
                        .brokenIf(g -> Clip.stillOfAnotherShape(g).isPresent(), g -> Clip.stillOfAnotherShape(g)
                                .orElse("")),
                says("source.kind", "A source is a movie.", TOOLS)
                        .at("source")
                        .brokenIf(
                                Clip::startsFromAStill,
                                g -> g.source().orElseThrow().getFileName() + " is a still"),
                says("source.bytes", "A source clip has at most 200 MB.", LUMA)
                        .at("source")
                        .brokenIf(
                                g -> Clip.sourceBytes(g) > LARGEST_SOURCE,
                                g -> Clip.sourceBytes(g) / 1_000_000 + " MB"),
                says("source.rate", "A source clip runs at 24 frames a second, as the model's clips do.", GUIDE_IMPLIES)
                        .at("source")
                        .brokenIf(
                                g -> Clip.sourceOfAnotherRate(g).isPresent(),
                                g -> String.format(
                                        Locale.ROOT,
                                        "%.3f frames a second",
                                        Clip.sourceOfAnotherRate(g).orElse(0.0))));
    }

    private static List<Rule> edits() {
        return List.of(
                says("edit.source", "An edit needs a source clip.", TOOLS)
                        .at("edit")
                        .brokenIf(g -> Clip.isEdit(g) && Clip.isNew(g), g -> "edit without source"),
                says("edit.size", "An edit keeps its source's shape: no width or height.", TOOLS)
                        .at("width", "height", "edit")
                        .brokenIf(g -> Clip.isEdit(g) && Clip.saysPair(g), g -> "edit with a width or height"),
                says("edit.duration", "An edit is as long as its source: no duration.", TOOLS)
                        .at("duration", "edit")
                        .brokenIf(g -> Clip.isEdit(g) && g.duration().isPresent(), g -> "edit with a duration"),
                says("edit.length", "An edit's source lasts at most 18 seconds.", LUMA)
                        .at("source")
                        .brokenIf(
                                g -> Clip.isEdit(g) && Clip.sourceSeconds(g) > LONGEST_EDIT,
                                g -> Clip.inSeconds(Clip.sourceSeconds(g))),
                says("edit.keyframes", "An edit's keyframes stand within its source.", GUIDE_IMPLIES)
                        .at("keyframes")
                        .brokenIf(
                                g -> Clip.isEdit(g) && !Clip.outside(g).isEmpty(),
                                g -> "frame " + Clip.outside(g).get(0) + " of a source whose last is frame "
                                        + Clip.end(g)),
                says("edit.auto", "Automatic controls leave no strength, controls or preset to choose.", TOOLS)
                        .at("edit.auto_controls")
                        .brokenIf(
                                RayRules::choosesBesideAutomatic,
                                g -> "auto_controls with strength, controls or preset"),
                says("edit.alone", "A clip is edited or reframed, not both.", TOOLS)
                        .at("reframe", "edit")
                        .brokenIf(g -> Clip.isEdit(g) && g.reframe().isPresent(), g -> "edit and reframe"));
    }

    private static List<Rule> reframes() {
        return List.of(
                says("reframe.source", "A reframe needs a source clip.", TOOLS)
                        .at("reframe")
                        .brokenIf(g -> g.reframe().isPresent() && Clip.isNew(g), g -> "reframe without source"),
                says("reframe.size", "A reframe needs the width and height of its new canvas.", TOOLS)
                        .at("reframe", "source")
                        .brokenIf(g -> Clip.isReframe(g) && Sizes.pair(g).isEmpty(), g -> "no width and height"),
                says("reframe.length", "A reframe's source lasts at most 30 seconds.", LUMA)
                        .at("source")
                        .brokenIf(
                                g -> Clip.isReframe(g) && Clip.sourceSeconds(g) > LONGEST_REFRAME,
                                g -> Clip.inSeconds(Clip.sourceSeconds(g))),
                says("reframe.only", "A reframe is as long as its source and takes no keyframes.", TOOLS)
                        .at("duration", "keyframes")
                        .brokenIf(
                                g -> Clip.isReframe(g)
                                        && !Clip.isNew(g)
                                        && (g.duration().isPresent()
                                                || !g.keyframes().isEmpty()),
                                g -> "reframe with " + (g.duration().isPresent() ? "a duration" : "keyframes")),
                says("reframe.range", "A reframe is SDR and no loop.", TOOLS)
                        .at("hdr", "exr", "loop")
                        .brokenIf(
                                g -> Clip.isReframe(g) && !Clip.isNew(g) && (g.hdr() || g.exr() || g.loop()),
                                g -> "reframe with " + (g.hdr() ? "hdr" : g.exr() ? "exr" : "loop")));
    }

    private static boolean isExr(Still still) {
        return still.kind().equals(Optional.of(Still.Kind.EXR));
    }

    private static boolean choosesBesideAutomatic(Generate generate) {
        return generate.edit()
                .filter(edit -> edit.autoControls()
                        && (edit.strength().isPresent()
                                || edit.controls().isPresent()
                                || edit.preset().isPresent()))
                .isPresent();
    }
}
