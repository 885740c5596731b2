// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.plan;

import com.platewright.element.Piece;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.SoundOrder;
import com.platewright.plan.Source;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.Operation;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Severity;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import com.platewright.take.TakeStanding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A forecast as lines for a person. */
public final class PlanWords {
    private final Forecast forecast;
    private final ShotPlan plan;
    private final List<String> lines = new ArrayList<>();

    private PlanWords(Forecast forecast) {
        this.forecast = forecast;
        this.plan = forecast.plan();
    }

    /** The lines; {@code quote} is what the provider says of the price, if it was asked. */
    public static List<String> of(Forecast forecast, Optional<String> quote) {
        PlanWords words = new PlanWords(forecast);
        words.head(quote);
        words.deliverables();
        words.sound();
        words.checks();
        return words.lines;
    }

    private void head(Optional<String> quote) {
        ShowConfig.Colour colour = plan.show().colour();
        lines.add(plan.shot() + " " + forecast.folder().getFileName());
        line("folder", forecast.folder() + " (" + number() + ")");
        line("source", source(plan));
        line(
                "frames",
                (forecast.ranges().isEmpty()
                                ? plan.show().numbering().firstFrame() + " on, as many as the "
                                        + (plan.generated().isPresent() ? "source clip has" : "movie has")
                                : frames(forecast.ranges()))
                        + ", " + plan.rate() + " fps, time code from "
                        + plan.show().timing().startTimecode());
        line("colour", plan.sourceSpace() + " to " + colour.plate() + " for plates");
        line("", plan.sourceSpace() + " to " + colour.display() + " / " + view(plan) + " for movies and stills");
        if (plan.comesAsMovie()) {
            line("", "display-referred source: the clip comes as a movie, and no highlights are invented");
        }
        line("", "by " + colour.config());
        draft();
        forecast.standing().current().ifPresent(take -> line("task", task(take)));
        lines("price", MoneyWords.price(plan));
        quote.ifPresent(said -> line("quote", said));
        lines("budget", MoneyWords.budget(forecast));
        line("now", now(forecast));
    }

    /** A draft says what it is; where the show wants one first, the plan in full says what that costs. */
    private void draft() {
        if (plan.generated().filter(Source.Generated::isDraft).isPresent()) {
            line("draft", "to be judged and picked; the clip in full is another generation, not these pixels");
        } else if (plan.show().draft().first()) {
            plan.generated()
                    .flatMap(Source.Generated::draft)
                    .flatMap(draft -> draft.estimate().money())
                    .ifPresent(money -> line("draft", "first, with --draft, for about " + money));
        }
    }

    /** The view of movies and sheets; of a movie, whichever its tags will call for. */
    static String view(ShotPlan plan) {
        ShowConfig.Colour colour = plan.show().colour();
        String hdr = colour.movie().hdrView().orElse(colour.view());
        return plan.comesAsMovie() && !hdr.equals(colour.movie().view())
                ? colour.movie().view() + " (" + hdr + " if it is PQ or HLG)"
                : plan.comesAsMovie() ? hdr : colour.view();
    }

    private String number() {
        if (forecast.isPublished()) {
            return "published";
        }
        return forecast.standing().reserved() ? "reserved for this plan" : "the next free number";
    }

    /** What the frames come from, such as {@code generate 5 s HDR + EXR at 720p, luma:ray@3.2 through runware}. */
    static String source(ShotPlan plan) {
        if (plan.source() instanceof Source.Imported imported) {
            return "import "
                    + Stream.of(imported.exr(), imported.movie())
                            .flatMap(Optional::stream)
                            .map(Path::toString)
                            .collect(Collectors.joining(" with "));
        }
        GenerationRequest request = plan.generated().orElseThrow().request();
        GenerationRequest.Output output = request.output();
        String seconds = request.operation() instanceof Operation.Generate g ? " " + g.seconds() + " s" : "";
        String range = output.exr() ? " HDR + EXR" : output.hdr() ? " HDR" : " SDR";
        String size = request.format() instanceof GenerationRequest.Format.Named named
                ? " at " + named.name()
                : request.format() instanceof GenerationRequest.Format.Exact exact
                        ? " at " + exact.size()
                        : " as large as the source";
        return request.operation().word() + seconds + range + size + ", " + request.model() + " through "
                + plan.show().provider().name();
    }

    /** Such as {@code 1001-1120 or 1001-1121 (120 or 121)}. */
    private static String frames(List<FrameRange> ranges) {
        String numbers = ranges.stream().map(FrameRange::toString).collect(Collectors.joining(" or "));
        String counts = ranges.stream().map(r -> Integer.toString(r.count())).collect(Collectors.joining(" or "));
        return numbers + " (" + counts + ")";
    }

    private static String task(TakeStanding take) {
        return take.take().task() + ", take " + take.take().number() + ": " + words(take.state());
    }

    /** How a take stands, as a clause. */
    public static String words(TakeStanding.State state) {
        return switch (state) {
            case PLANNED -> "not sent yet";
            case SENT -> "sent, not known to be finished";
            case REFUSED -> "refused, nothing was charged";
            case FAILED -> "failed at the provider";
            case LOST -> "nobody can tell what became of it: look it up in the service's account";
            case BOUGHT -> "bought, not fetched yet";
            case FETCHED -> "bought and fetched";
        };
    }

    /** What a run from here would spend. */
    static String now(Forecast forecast) {
        if (forecast.funds().filter(f -> !f.breaches().isEmpty()).isPresent()) {
            return "a run is refused before anything is sent (exit 23)";
        }
        if (forecast.reuse().isPresent()) {
            return "a run costs nothing: " + forecast.reuse().get().words() + " and is taken; --new-take buys another";
        }
        if (forecast.buys()) {
            String name = forecast.plan().show().provider().name();
            return name.equals("sandbox")
                    ? "a run orders the clip from the sandbox, which charges play money only"
                    : "a run buys the clip from " + name;
        }
        return forecast.standing()
                .current()
                .map(take -> switch (take.state()) {
                    case FAILED ->
                        "a run costs nothing and ends at once: this take has failed; --new-take buys another";
                    case LOST ->
                        "a run asks once more for the task of which the service knew nothing; --new-take buys another";
                    case SENT -> "a run asks for the task that was sent; it is not charged again";
                    default -> "a run costs nothing: the clip is bought already";
                })
                .orElse("a run costs nothing: the clip is imported");
    }

    private void deliverables() {
        lines.add("deliverables");
        plan.deliverables().forEach((name, wanted) -> {
            List<Piece> pieces = forecast.pieces().getOrDefault(name, List.of());
            if (pieces.isEmpty()) {
                line(name, "not made: the request has no sound");
            }
            pieces.forEach(piece -> line(name, piece.path() + "  " + coding(wanted)));
        });
    }

    private String coding(Deliverable wanted) {
        if (wanted instanceof Deliverable.ExrSequence exr) {
            return "half RGB, " + exr.compression().name().toLowerCase(Locale.ROOT);
        }
        if (wanted instanceof Deliverable.Movie movie) {
            String sound = plan.sound().isEmpty()
                    ? ""
                    : movie.sound().map(s -> ", " + s.codec()).orElse("");
            return movie.encoder() + " " + movie.pixelFormat() + sound;
        }
        if (wanted instanceof Deliverable.ContactSheet sheet) {
            return sheet.columns() + " x " + sheet.rows() + " frames";
        }
        return "24 bit, " + plan.show().audio().sampleRate() + " Hz";
    }

    private void sound() {
        if (plan.sound().isEmpty()) {
            return;
        }
        ShowConfig.Audio audio = plan.show().audio();
        lines.add("sound");
        for (SoundOrder order : plan.sound()) {
            String start = order.offset() == 0
                    ? "starts with the first frame"
                    : String.format(
                            Locale.ROOT,
                            "starts %s s %s the first frame",
                            Math.abs(order.offset()),
                            order.offset() > 0 ? "after" : "before");
            line(order.track(), order.file() + ", " + order.language() + ", " + start);
        }
        line(
                "",
                "to " + audio.sampleRate() + " Hz; shorter is padded by up to "
                        + audio.shorter().padUpToFrames() + " frames; longer is "
                        + (audio.longer() == ShowConfig.LongSound.TRIM ? "trimmed" : "refused"));
    }

    private void checks() {
        lines.add("checks");
        for (Severity severity : Severity.values()) {
            String ids = plan.show().checks().entrySet().stream()
                    .filter(e -> e.getValue() == severity)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            if (!ids.isEmpty()) {
                line(severity.name().toLowerCase(Locale.ROOT), ids);
            }
        }
    }

    /** Several lines under one key; none for no lines. */
    private void lines(String key, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            line(i == 0 ? key : "", texts.get(i));
        }
    }

    private void line(String key, String text) {
        lines.add(String.format(Locale.ROOT, "  %-9s %s", key, text));
    }
}
