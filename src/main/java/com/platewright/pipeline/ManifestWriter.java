// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.Delivered;
import com.platewright.element.Job;
import com.platewright.element.Manifest;
import com.platewright.media.sound.Conformed;
import com.platewright.money.Money;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.show.ShowConfig;
import com.platewright.take.Choice;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together what a version says of itself. */
final class ManifestWriter {
    private static final int FORMAT = 1;

    private final ShotPlan plan;
    private final Job job;
    private final Outcome outcome;
    private final Delivered delivered;

    ManifestWriter(ShotPlan plan, Job job, Outcome outcome, Delivered delivered) {
        this.plan = plan;
        this.job = job;
        this.outcome = outcome;
        this.delivered = delivered;
    }

    Manifest manifest(Making.Judged judged, Map<String, String> tools) throws IOException {
        return new Manifest(
                FORMAT,
                plan.shot().toString(),
                outcome.version().orElseThrow(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                job.job(),
                job.recipe(),
                frames(),
                colour(),
                provenance(),
                generation(DraftPick.of(plan)),
                imported(),
                cost(),
                delivered.sound().stream().map(ManifestWriter::words).toList(),
                delivered.pieces(),
                new Manifest.Qc("passed", judged.errors(), judged.warnings(), "qc/" + Report.JSON, "qc/" + Report.HTML),
                tools,
                judged.files());
    }

    private Manifest.Frames frames() {
        Delivered.Source source = delivered.source();
        return new Manifest.Frames(
                source.range().first(),
                source.range().last(),
                source.range().count(),
                source.size().width(),
                source.size().height(),
                plan.rate().toString(),
                plan.show().timing().startTimecode().toString());
    }

    private Manifest.Colour colour() {
        ShowConfig.Colour colour = plan.show().colour();
        Optional<Delivered.Displayed> displayed = delivered.source().displayed();
        return new Manifest.Colour(
                plan.colourConfig().toString(),
                displayed.map(Delivered.Displayed::space).orElseGet(plan::sourceSpace),
                colour.plate(),
                colour.display(),
                displayed.map(Delivered.Displayed::view).orElseGet(colour::view),
                colour.viewPrecision().name().toLowerCase(Locale.ROOT),
                displayed.map(d -> String.join(" ", d.notes())));
    }

    private Map<String, String> provenance() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("usage", plan.provenance().usage().name().toLowerCase(Locale.ROOT));
        plan.provenance().approvalRef().ifPresent(ref -> said.put("approval_ref", ref));
        return said;
    }

    private Optional<Manifest.Generation> generation(Optional<Choice> draft) {
        return plan.generated().flatMap(g -> outcome.task()
                .map(t -> new Manifest.Generation(
                        plan.show().provider().name(),
                        g.request().model(),
                        t.taskUuid(),
                        t.take(),
                        t.rendition(),
                        g.request().prompt(),
                        g.request().canonical(),
                        draft.map(d -> new Manifest.Draft(d.take(), d.rendition())))));
    }

    private Map<String, String> imported() {
        Map<String, String> contents = new LinkedHashMap<>();
        if (plan.source() instanceof Source.Imported imported) {
            imported.exr().ifPresent(frames -> contents.put("frames", String.valueOf(frames.getFileName())));
            imported.movie().ifPresent(movie -> contents.put("movie", String.valueOf(movie.getFileName())));
            imported.contents()
                    .forEach(c -> contents.put(c.role() + "_digest", c.digest().toString()));
        }
        return contents;
    }

    private Manifest.Cost cost() {
        return new Manifest.Cost(
                "USD",
                plan.generated().flatMap(g -> g.estimate().money()).map(Money::amount),
                outcome.task().flatMap(Outcome.Purchased::charged));
    }

    /** What was done to a track, in words. */
    private static String words(Delivered.Track track) {
        Conformed done = track.conformed();
        List<String> said = new ArrayList<>();
        if (done.resampled()) {
            said.add("resampled from " + done.fromRate() + " to " + done.toRate() + " Hz");
        }
        say(said, done.leading(), "samples of silence put before it");
        say(said, done.cut(), "samples cut at its start");
        say(said, done.trimmed(), "samples trimmed at its end");
        say(said, done.padded(), "samples of silence put behind it");
        return track.name() + " (" + track.file() + "): " + (said.isEmpty() ? "as it was" : String.join(", ", said));
    }

    private static void say(List<String> said, long count, String what) {
        if (count > 0) {
            said.add(count + " " + what);
        }
    }
}
