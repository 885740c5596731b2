// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import static com.platewright.rules.Rule.says;

import com.platewright.media.movie.MovieExtent;
import com.platewright.rules.Rule.Basis;
import com.platewright.shot.Resolution;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of what is made from a source clip: edits and reframes. */
final class SourceRules {
    /** Seconds, with the one frame that is above the even number. */
    private static final double LONGEST_EDIT = 18.1;

    private static final double LONGEST_REFRAME = 30.1;

    private SourceRules() {}

    static List<Rule> edits() {
        return List.of(
                says("edit.source", "An edit needs a source clip.", Basis.TOOLS)
                        .at("edit")
                        .brokenIf(c -> c.isEdit() && c.isNew(), c -> "edit without source"),
                says("edit.size", "An edit keeps its source's shape: no width or height.", Basis.TOOLS)
                        .at("width", "height", "edit")
                        .brokenIf(c -> c.isEdit() && c.saysPair(), c -> "edit with a width or height"),
                says("edit.duration", "An edit is as long as its source: no duration.", Basis.TOOLS)
                        .at("duration", "edit")
                        .brokenIf(c -> c.isEdit() && c.asked().duration().isPresent(), c -> "edit with a duration"),
                says("edit.length", "An edit's source lasts at most 18 seconds.", Basis.LUMA)
                        .at("source")
                        .brokenIf(c -> c.isEdit() && c.sourceSeconds() > LONGEST_EDIT, SourceRules::length),
                says(
                                "edit.keyframes",
                                "An edit's keyframes stand within its source, counted at 24 frames a second.",
                                Basis.GUIDE_IMPLIES)
                        .at("keyframes")
                        .brokenBy(c -> c.outside().filter(at -> c.isEdit()).map(at -> beyond(c, at))),
                says("edit.auto", "Automatic controls leave no strength, controls or preset to choose.", Basis.TOOLS)
                        .at("edit.auto_controls")
                        .brokenIf(
                                SourceRules::choosesBesideAutomatic,
                                c -> "auto_controls with strength, controls or preset"),
                says("edit.alone", "A clip is edited or reframed, not both.", Basis.TOOLS)
                        .at("reframe", "edit")
                        .brokenIf(c -> c.isEdit() && c.asked().reframe().isPresent(), c -> "edit and reframe"));
    }

    static List<Rule> reframes() {
        return List.of(
                says("reframe.source", "A reframe needs a source clip.", Basis.TOOLS)
                        .at("reframe")
                        .brokenIf(c -> c.asked().reframe().isPresent() && c.isNew(), c -> "reframe without source"),
                says("reframe.size", "A reframe needs the width and height of its new canvas.", Basis.TOOLS)
                        .at("reframe", "source")
                        .brokenIf(c -> c.isReframe() && c.canvas().isEmpty(), c -> "no width and height"),
                says("reframe.vertical", "A reframe to a vertical canvas is made up to 720p.", Basis.LUMA)
                        .at("height", "width")
                        .brokenBy(SourceRules::tallAt1080p),
                says(
                                "reframe.shape",
                                "A reframe changes its source's shape or its place on the canvas; one that does neither"
                                        + " buys nothing new.",
                                Basis.TOOLS_IMPLY)
                        .at("width", "height")
                        .brokenBy(SourceRules::sameShape),
                says("reframe.length", "A reframe's source lasts at most 30 seconds.", Basis.LUMA)
                        .at("source")
                        .brokenIf(c -> c.isReframe() && c.sourceSeconds() > LONGEST_REFRAME, SourceRules::length),
                says("reframe.only", "A reframe is as long as its source and takes no keyframes.", Basis.TOOLS)
                        .at("duration", "keyframes")
                        .brokenBy(c -> reframeWith(
                                c,
                                word(c.asked().duration().isPresent(), "a duration"),
                                word(!c.asked().keyframes().isEmpty(), "keyframes"))),
                says("reframe.range", "A reframe is SDR and no loop.", Basis.TOOLS)
                        .at("hdr", "exr", "loop")
                        .brokenBy(c -> reframeWith(
                                c,
                                word(c.asked().hdr(), "hdr"),
                                word(c.asked().exr(), "exr"),
                                word(c.asked().loop(), "loop"))));
    }

    private static String length(Clip clip) {
        return String.format(Locale.ROOT, "%.2f s", clip.sourceSeconds());
    }

    /** The model counts keyframes at its own rate, so the frames of a source of another rate have other numbers there. */
    private static String beyond(Clip clip, int position) {
        String both = "frame " + position + " of a source whose last is frame " + clip.end();
        return clip.sourceOfAnotherRate()
                .map(rate -> both + " of " + Clip.GRID + " a second; the source itself has " + InputRules.rate(rate))
                .orElse(both);
    }

    private static boolean choosesBesideAutomatic(Clip clip) {
        return clip.asked()
                .edit()
                .filter(edit -> edit.autoControls()
                        && (edit.strength().isPresent()
                                || edit.controls().isPresent()
                                || edit.preset().isPresent()))
                .isPresent();
    }

    private static Optional<String> tallAt1080p(Clip clip) {
        return clip.canvas()
                .filter(canvas -> clip.isReframe() && Shape.isVertical(canvas))
                .filter(canvas -> clip.size().equals(Optional.of("1080p")))
                .map(canvas -> canvas + ", which is 1080p");
    }

    private static Optional<String> sameShape(Clip clip) {
        Optional<Resolution> source = clip.source().flatMap(Footage::movie).map(MovieExtent::size);
        return clip.canvas()
                .filter(canvas -> clip.isReframe() && clip.fillsItsCanvas())
                .filter(canvas -> source.filter(s -> Shape.isSame(s, canvas)).isPresent())
                .map(canvas -> "a source of " + source.orElseThrow() + " that fills " + canvas);
    }

    private static String word(boolean said, String word) {
        return said ? word : "";
    }

    /** What a reframe cannot take, all that is said of it; an empty word is not said. */
    private static Optional<String> reframeWith(Clip clip, String... culprits) {
        List<String> said = Stream.of(culprits).filter(word -> !word.isEmpty()).toList();
        return clip.isReframe() && !clip.isNew() && !said.isEmpty()
                ? Optional.of("reframe with " + String.join(" and ", said))
                : Optional.empty();
    }
}
