// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.plan;

import com.platewright.archive.ArchiveLimits;
import com.platewright.archive.FrameArchive;
import com.platewright.delivery.PieceNames;
import com.platewright.element.Piece;
import com.platewright.pipeline.Funds;
import com.platewright.pipeline.Outcome;
import com.platewright.pipeline.Reuse;
import com.platewright.pipeline.Standing;
import com.platewright.pipeline.Step;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.SoundOrder;
import com.platewright.plan.Source;
import com.platewright.shot.FrameRange;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run over this plan would make, by everything that is known before it starts.
 *
 * @param folder that the version gets
 * @param ranges the frame numbers that the version may have; none where only the source's length decides
 * @param reuse what was bought for another shot and would be taken; empty where nothing would
 * @param funds what is left to buy it with; empty where nothing would be bought
 * @param pieces by the names of their deliverables; one that would make no file has an empty list
 */
public record Forecast(
        ShotPlan plan,
        Standing standing,
        Path folder,
        List<FrameRange> ranges,
        Map<String, List<Piece>> pieces,
        Optional<Reuse> reuse,
        Optional<Funds> funds) {

    /**
     * Looks at a plan and at where its shot stands. Of an import the archive's directory is read, but no frame.
     *
     * @throws IOException the shot's folder or the archive cannot be read
     */
    public static Forecast of(ShotPlan plan, Standing standing) throws IOException {
        int first = plan.show().numbering().firstFrame();
        List<FrameRange> ranges =
                counts(plan).stream().map(n -> FrameRange.of(first, n)).toList();
        PieceNames names = PieceNames.planned(plan, standing.version());
        Map<String, List<Piece>> pieces = new LinkedHashMap<>();
        plan.deliverables().forEach((name, wanted) -> pieces.put(name, pieces(plan, names, name, wanted, ranges)));
        Path folder = plan.element()
                .resolve(standing.version().label(plan.show().numbering().versionPadding()));
        Optional<Reuse> reuse = standing.wouldBuy() && !standing.newTake() ? Reuse.taken(plan) : Optional.empty();
        Optional<Funds> funds = reuse.isEmpty() ? funds(plan, standing) : Optional.empty();
        return new Forecast(plan, standing, folder, ranges, pieces, reuse, funds);
    }

    /** The forecast as the outcome of a run that has not begun. */
    public Outcome outcome() {
        return Outcome.planned(
                String.valueOf(folder.getFileName()),
                folder,
                pieces.values().stream().flatMap(List::stream).toList(),
                standing.outcome().task());
    }

    /** Whether a run sends an order that the provider charges for. */
    boolean buys() {
        return standing.wouldBuy() && reuse.isEmpty();
    }

    /** Whether the version stands there already. */
    boolean isPublished() {
        return standing.done().contains(Step.PUBLISH);
    }

    private static Optional<Funds> funds(ShotPlan plan, Standing standing) throws IOException {
        return standing.wouldBuy()
                ? Optional.of(Funds.of(
                        plan,
                        plan.generated().orElseThrow(),
                        standing.current().orElseThrow().take(),
                        standing.newTake()))
                : Optional.empty();
    }

    private static List<Integer> counts(ShotPlan plan) throws IOException {
        if (plan.source() instanceof Source.Generated generated) {
            return generated.frames().stream().sorted().toList();
        }
        ShowConfig.Archive limits = plan.show().archive();
        Optional<Path> frames = ((Source.Imported) plan.source()).exr();
        if (frames.isEmpty()) {
            return List.of(); // as many as the movie decodes to
        }
        try (FrameArchive archive = FrameArchive.open(
                frames.get(), new ArchiveLimits(limits.entries(), limits.entryBytes(), limits.totalBytes()))) {
            return List.of(archive.frames().count());
        }
    }

    private static List<Piece> pieces(
            ShotPlan plan, PieceNames names, String name, Deliverable wanted, List<FrameRange> ranges) {
        ShowConfig.Colour colour = plan.show().colour();
        if (wanted instanceof Deliverable.ExrSequence) {
            return List.of(
                    moving(name, "exr_sequence", names.pattern(name, wanted), ranges, plan.show(), colour.plate()));
        }
        String path = names.file(name, wanted);
        if (wanted instanceof Deliverable.Movie) {
            Piece movie =
                    moving(name, "movie", path, ranges, plan.show(), colour.display() + " / " + PlanWords.view(plan));
            return List.of(movie);
        }
        if (wanted instanceof Deliverable.ContactSheet) {
            return List.of(Piece.file(name, "contact_sheet", path));
        }
        List<Piece> files = new ArrayList<>();
        for (SoundOrder order : plan.sound()) {
            files.add(Piece.file(
                    name,
                    "sound",
                    PieceNames.track(path, order.track(), plan.sound().size())));
        }
        return files;
    }

    /** Frames and their last number only where there is just one way that it can be. */
    private static Piece moving(
            String name, String kind, String path, List<FrameRange> ranges, ShowConfig show, String space) {
        boolean plates = kind.equals("exr_sequence");
        Optional<FrameRange> only = ranges.size() == 1 ? Optional.of(ranges.get(0)) : Optional.empty();
        OptionalInt none = OptionalInt.empty();
        return new Piece(
                name,
                kind,
                path,
                plates ? OptionalInt.of(show.numbering().firstFrame()) : none,
                plates && only.isPresent() ? OptionalInt.of(only.get().last()) : none,
                only.isPresent() ? OptionalInt.of(only.get().count()) : none,
                none,
                none,
                Optional.of(space));
    }
}
