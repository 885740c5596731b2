// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.DisplaySpace;
import com.platewright.media.ColourTags;
import com.platewright.media.MediaException;
import com.platewright.media.SoundFacts;
import com.platewright.media.colour.ColourConfig;
import com.platewright.media.movie.FfmpegBuild;
import com.platewright.media.sound.SoundProbe;
import com.platewright.pipeline.PreflightException.Blame;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.SoundOrder;
import com.platewright.plan.Source;
import com.platewright.qc.Check;
import com.platewright.shot.Severity;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks at everything that could fail later and can be looked at now, before anything is sent. */
public final class Preflight {
    private final ShotPlan plan;

    private Preflight(ShotPlan plan) {
        this.plan = plan;
    }

    /**
     * Looks.
     *
     * @throws PreflightException with every problem of the kind that was found first: the show, the request, the node
     */
    public static void check(ShotPlan plan) throws PreflightException, IOException {
        Preflight preflight = new Preflight(plan);
        refuse(Blame.SHOW, preflight.colour());
        refuse(Blame.REQUEST, preflight.request());
        refuse(Blame.NODE, preflight.node());
    }

    private static void refuse(Blame blame, List<String> problems) throws PreflightException {
        if (!problems.isEmpty()) {
            throw new PreflightException(blame, problems);
        }
    }

    private List<String> colour() {
        ShowConfig.Colour wanted = plan.show().colour();
        List<String> problems = new ArrayList<>();
        try (ColourConfig config = ColourConfig.open(wanted.config())) {
            if (plan.comesAsMovie()) {
                attempt("colour.movie", () -> movie(config, wanted), problems);
                return problems;
            }
            ways(config, plan.sourceSpace(), "colour.view", wanted.view(), problems);
        } catch (MediaException e) {
            problems.add("colour.config: " + e.getMessage());
        }
        return problems;
    }

    /** Whether the config has the two ways out of a space. */
    private void ways(ColourConfig config, String source, String key, String view, List<String> problems) {
        ShowConfig.Colour wanted = plan.show().colour();
        attempt("colour.plate", () -> config.convert(source, wanted.plate()).close(), problems);
        attempt(key, () -> config.view(source, wanted.display(), view).close(), problems);
    }

    /**
     * A movie that is bought is looked at as the model makes it; what an imported one, or one that comes otherwise, says
     * is looked at when it is there.
     */
    private void movie(ColourConfig config, ShowConfig.Colour wanted) throws MediaException {
        boolean hdr = plan.generated().filter(g -> g.request().output().hdr()).isPresent();
        ColourTags tags = hdr ? ColourTags.REC2100_PQ : ColourTags.REC709;
        if (plan.generated().isPresent() || wanted.movie().space().isPresent()) {
            String source = DisplaySpace.of(wanted, tags);
            config.convert(source, wanted.plate()).close();
            config.view(source, wanted.display(), DisplaySpace.view(wanted, tags))
                    .close();
        }
    }

    private interface Attempt {
        void run() throws MediaException;
    }

    private static void attempt(String key, Attempt attempt, List<String> problems) {
        try {
            attempt.run();
        } catch (MediaException e) {
            problems.add(key + ": " + e.getMessage());
        }
    }

    private List<String> request() throws IOException {
        List<String> problems = new ArrayList<>();
        for (SoundOrder order : plan.sound()) {
            try {
                SoundFacts facts = SoundProbe.probe(order.file());
                if (plan.generated().isPresent()) {
                    length(order, facts, plan.generated().get(), problems);
                }
            } catch (MediaException e) {
                problems.add("audio " + order.track() + ": " + e.getMessage());
            }
        }
        return problems;
    }

    /** Sound that no length of the clip could fit is told before the clip is paid for. */
    private void length(SoundOrder order, SoundFacts facts, Source.Generated wanted, List<String> problems) {
        if (wanted.frames().isEmpty() || plan.show().checks().get(Check.SOUND_LENGTH.id()) != Severity.ERROR) {
            return;
        }
        int rate = plan.show().audio().sampleRate();
        double seconds = (double) facts.samples() / facts.sampleRate() + order.offset();
        int shortest = Collections.min(wanted.frames());
        int longest = Collections.max(wanted.frames());
        int pad = plan.show().audio().shorter().padUpToFrames();
        long missing = plan.rate().samples(shortest - pad, rate) - Math.round(seconds * rate);
        if (missing > 0) {
            problems.add(String.format(
                    Locale.ROOT,
                    "audio %s: %s ends %.3f s after the first frame, and the picture lasts %.3f s (%d frames); the show"
                            + " pads at most %d frames (audio.short.pad_up_to_frames). Give a longer sound or allow more.",
                    order.track(),
                    order.file(),
                    seconds,
                    plan.rate().seconds(shortest),
                    shortest,
                    pad));
        }
        boolean mayTrim = plan.show().audio().longer() == ShowConfig.LongSound.TRIM;
        if (!mayTrim && Math.round(seconds * rate) > plan.rate().samples(longest, rate)) {
            problems.add(String.format(
                    Locale.ROOT,
                    "audio %s: %s ends %.3f s after the first frame, and the picture lasts %.3f s; the show refuses"
                            + " longer sound (audio.long: refuse).",
                    order.track(),
                    order.file(),
                    seconds,
                    plan.rate().seconds(longest)));
        }
    }

    private List<String> node() {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, Deliverable> each : plan.deliverables().entrySet()) {
            if (each.getValue() instanceof Deliverable.Movie movie
                    && !FfmpegBuild.encoders(List.of(movie.encoder())).getOrDefault(movie.encoder(), false)) {
                problems.add(
                        "deliverables." + each.getKey() + ".encoder: this FFmpeg has no encoder " + movie.encoder());
            }
        }
        return problems;
    }
}
