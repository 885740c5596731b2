// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.element.Piece;
import com.platewright.files.Durable;
import com.platewright.files.FreeSpace;
import com.platewright.media.still.TextRaster;
import com.platewright.pass.FramePass;
import com.platewright.pass.Lane;
import com.platewright.pass.PassProfile;
import com.platewright.pass.PlateLane;
import com.platewright.pass.StageTime;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import com.platewright.show.Deliverable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One delivery, from the clip to files that wait in staging, safe on the disk. */
public final class Delivery {
    /** Bytes that a pixel takes in all deliverables together, generously: lossless half RGB and two movies. */
    private static final long BYTES_OF_PIXEL = 8;

    private final DeliveryOrder order;
    private final ClipSource clip;
    private final FrameRange range;
    private final PieceNames names;

    /** Hears how far a delivery is. */
    public interface Listener {
        /** So many frames of all are done. From any thread. */
        void frames(int done, int all);

        /** A plate is on the disk. From any thread, in any order. */
        void plate(Delivered.Plate plate, Resolution size);

        /** Where the time went, once all frames are done. */
        void took(PassProfile profile);
    }

    private Delivery(DeliveryOrder order, ClipSource clip) {
        this.order = order;
        this.clip = clip;
        this.range = FrameRange.of(
                order.plan().show().numbering().firstFrame(), clip.frames().count());
        this.names = new PieceNames(order.plan(), order.version(), clip.size());
    }

    /**
     * Makes everything that the plan wants of a clip.
     *
     * @param listener of how far it is
     * @throws DamagedFramesException frames do not decode; all of them are named
     * @throws IOException with what could not be read, made or written
     */
    public static Delivered make(DeliveryOrder order, Listener listener) throws IOException, InterruptedException {
        try (ClipSource clip = ClipSource.open(order.plan(), order.clip(), order.workers())) {
            return new Delivery(order, clip).run(listener);
        }
    }

    private Delivered run(Listener listener) throws IOException, InterruptedException {
        Resolution size = clip.size();
        FreeSpace.require(
                order.staging(),
                BYTES_OF_PIXEL * size.pixels() * range.count() + clip.rest(),
                range.count() + " frames of " + size + " in all deliverables");
        Soundtrack soundtrack = Soundtrack.fit(order.plan(), range.count());
        try (Colours colours = Colours.of(order.plan(), clip.displayed());
                TextRaster type = TextRaster.open()) {
            LaneMaker maker = new LaneMaker(order, clip, range, colours, names);
            Lanes lanes = new Lanes();
            try {
                lanes.open(maker, soundtrack, type, plate -> listener.plate(plate, size));
                FramePass.Format format = new FramePass.Format(size, clip.sample());
                long start = System.nanoTime();
                FramePass.Findings findings = new FramePass(clip.frames(), lanes.all(), range, format)
                        .run(order.workers(), done -> listener.frames(done, range.count()));
                if (!findings.damaged().isEmpty()) {
                    // Behind the first damage of a movie every frame says the same.
                    throw new DamagedFramesException(
                            findings.damaged().stream().distinct().toList());
                }
                Delivered.Source source = clip.end(range, findings.frames());
                lanes.finish();
                listener.took(new PassProfile((System.nanoTime() - start) / 1e9, lanes.stages(findings.stages())));
                List<Piece> pieces = pieces(lanes, findings, soundtrack, type);
                Durable.syncTree(order.staging());
                return new Delivered(source, pieces, lanes.written(), soundtrack.facts());
            } finally {
                lanes.close();
            }
        }
    }

    /** What is made when the pass is over, and the list of all that was made. */
    private List<Piece> pieces(Lanes lanes, FramePass.Findings findings, Soundtrack soundtrack, TextRaster type)
            throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (Map.Entry<String, Deliverable> each : plan().deliverables().entrySet()) {
            String name = each.getKey();
            if (each.getValue() instanceof Deliverable.ExrSequence wanted) {
                pieces.add(Piece.sequence(
                        name,
                        names.pattern(name, wanted),
                        range,
                        clip.size(),
                        plan().show().colour().plate()));
            } else if (each.getValue() instanceof Deliverable.Movie wanted) {
                pieces.add(Piece.movie(name, names.file(name, wanted), range.count(), clip.size(), display()));
            } else if (each.getValue() instanceof Deliverable.ContactSheet wanted) {
                lanes.sheet(name)
                        .write(
                                type,
                                names.title(),
                                details(),
                                index -> names.frameNumber(range.first() + index),
                                findings.frames());
                pieces.add(Piece.file(name, "contact_sheet", names.file(name, wanted)));
            } else if (!soundtrack.isSilent()) {
                pieces.addAll(
                        soundtrack.write(order.staging(), name, names.file(name, each.getValue()), names.title()));
            }
        }
        return pieces;
    }

    private String details() {
        return range.count() + " frames  " + clip.size() + "  " + plan().rate() + " fps  "
                + clip.displayed().map(Delivered.Displayed::space).orElseGet(plan()::sourceSpace) + " as " + view();
    }

    private String display() {
        return plan().show().colour().display() + " / " + view();
    }

    private String view() {
        return clip.displayed()
                .map(Delivered.Displayed::view)
                .orElseGet(() -> plan().show().colour().view());
    }

    private ShotPlan plan() {
        return order.plan();
    }

    /** The lanes of one delivery, by the name of the deliverable. */
    private final class Lanes {
        private final Map<String, Lane> lanes = new LinkedHashMap<>();
        private final Map<String, Sheet> sheets = new LinkedHashMap<>();

        void open(LaneMaker maker, Soundtrack soundtrack, TextRaster type, Consumer<Delivered.Plate> onDisk)
                throws IOException {
            for (Map.Entry<String, Deliverable> each : plan().deliverables().entrySet()) {
                String name = each.getKey();
                if (each.getValue() instanceof Deliverable.ExrSequence wanted) {
                    lanes.put(name, maker.plates(name, wanted, plate -> onDisk.accept(written(name, plate))));
                } else if (each.getValue() instanceof Deliverable.Movie wanted) {
                    lanes.put(name, maker.movie(name, wanted, soundtrack, type));
                } else if (each.getValue() instanceof Deliverable.ContactSheet wanted) {
                    sheets.put(name, maker.sheet(name, wanted));
                    lanes.put(name, sheet(name).lane());
                }
            }
        }

        List<Lane> all() {
            return List.copyOf(lanes.values());
        }

        Sheet sheet(String name) {
            Sheet sheet = sheets.get(name);
            if (sheet == null) {
                throw new IllegalStateException("no contact sheet was begun for " + name);
            }
            return sheet;
        }

        void finish() throws IOException, InterruptedException {
            for (Lane lane : lanes.values()) {
                lane.finish();
            }
        }

        /** What the workers did, and what each encoder did beside them. */
        List<StageTime> stages(List<StageTime> workers) {
            List<StageTime> all = new ArrayList<>(workers);
            lanes.forEach((name, lane) -> lane.apart()
                    .ifPresent(t -> all.add(new StageTime(t.work() + " " + name, t.busy(), t.waiting(), t.queue()))));
            return all;
        }

        List<Delivered.Plate> written() {
            List<Delivered.Plate> all = new ArrayList<>();
            lanes.forEach((name, lane) -> {
                if (lane instanceof PlateLane plates) {
                    for (PlateLane.Plate plate : plates.plates()) {
                        all.add(written(name, plate));
                    }
                }
            });
            return all;
        }

        private Delivered.Plate written(String name, PlateLane.Plate plate) {
            String path = order.staging().relativize(plate.path()).toString();
            return new Delivered.Plate(
                    name,
                    range.first() + plate.index(),
                    path,
                    plate.bytes(),
                    plate.digest().hex(),
                    plate.pixels());
        }

        void close() throws IOException {
            for (Lane lane : lanes.values()) {
                lane.close();
            }
        }
    }
}
