// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.frame.FrameMeasure;
import com.platewright.media.RgbPicture;
import com.platewright.pass.FramePass;
import com.platewright.pass.SourceFrame;
import com.platewright.pass.TileLane;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import com.platewright.take.Clip;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A clip at a glance: some of its frames side by side through the show's view, and what was measured of all of them.
 *
 * @param size of the clip
 * @param picture the row
 * @param measures of every frame, in the clip's own values
 */
public record ContactRow(Resolution size, RgbPicture picture, List<FrameMeasure> measures) {
    /** Pixels between two tiles. */
    private static final int GAP = 4;

    public ContactRow {
        measures = List.copyOf(measures);
    }

    /**
     * Reads a whole clip.
     *
     * @param tiles frames in the row, spread evenly, the first and the last among them
     * @param width of a tile in pixels
     * @throws DamagedFramesException frames do not decode
     */
    public static ContactRow of(ShotPlan plan, Clip clip, int tiles, int width, int workers)
            throws IOException, InterruptedException {
        try (ClipSource source = ClipSource.open(plan, clip, workers);
                Colours colours = Colours.of(plan, source.displayed())) {
            int count = source.frames().count();
            Resolution size = source.size();
            int wide = Math.min(width, size.width());
            Resolution tile =
                    new Resolution(wide, Math.max(1, Math.round((float) wide * size.height() / size.width())));
            TileLane lane = new TileLane(colours.view(), size, tile, spread(tiles, count));
            FrameRange range = FrameRange.of(plan.show().numbering().firstFrame(), count);
            FramePass.Findings found = new FramePass(
                            source.frames(), List.of(lane), range, new FramePass.Format(size, source.sample()))
                    .run(workers, done -> {});
            if (!found.damaged().isEmpty()) {
                throw new DamagedFramesException(found.damaged());
            }
            Delivered.Source whole = source.end(range, found.frames());
            return new ContactRow(
                    size,
                    sideBySide(List.copyOf(lane.tiles().values()), tile),
                    whole.frames().stream().map(SourceFrame::measure).toList());
        }
    }

    /** Evenly over the clip, the first and the last among them. */
    static Set<Integer> spread(int tiles, int frames) {
        Set<Integer> indices = new TreeSet<>();
        for (int i = 0; i < tiles; i++) {
            indices.add(tiles == 1 ? frames / 2 : (int) Math.round((double) i * (frames - 1) / (tiles - 1)));
        }
        return indices;
    }

    private static RgbPicture sideBySide(List<byte[]> tiles, Resolution tile) {
        int width = tiles.size() * (tile.width() + GAP) - GAP;
        RgbPicture row = RgbPicture.allocate(new Resolution(width, tile.height()));
        int line = tile.width() * 3;
        for (int i = 0; i < tiles.size(); i++) {
            for (int y = 0; y < tile.height(); y++) {
                int to = (y * width + i * (tile.width() + GAP)) * 3;
                System.arraycopy(tiles.get(i), y * line, row.pixels(), to, line);
            }
        }
        return row;
    }
}
