// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.media.RgbPicture;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.still.ContactSheet;
import com.platewright.media.still.StillWriter;
import com.platewright.media.still.TextRaster;
import com.platewright.pass.SourceFrame;
import com.platewright.pass.TileLane;
import com.platewright.shot.Resolution;
import com.platewright.show.Deliverable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** A contact sheet in the making: tiles of frames spread evenly over the clip, the first and the last among them. */
final class Sheet {
    private static final double QUALITY = 0.92;

    private final Deliverable.ContactSheet wanted;
    private final Path file;
    private final String figure;
    private final Resolution tile;
    private final TileLane lane;

    /** @param figure what the brightest sample of a tile's frame is called */
    Sheet(
            Deliverable.ContactSheet wanted,
            Path file,
            ColourTransform view,
            Resolution size,
            int frames,
            String figure) {
        this.wanted = wanted;
        this.file = file;
        this.figure = figure;
        int width = Math.min(wanted.tileWidth(), size.width());
        this.tile = new Resolution(width, Math.max(1, Math.round((float) width * size.height() / size.width())));
        this.lane = new TileLane(view, size, tile, ContactRow.spread(wanted.columns() * wanted.rows(), frames));
    }

    TileLane lane() {
        return lane;
    }

    /**
     * Composes and writes the sheet.
     *
     * @param number of a frame by its index, as it is shown
     */
    void write(TextRaster type, String title, String details, IntFunction<String> number, List<SourceFrame> frames)
            throws IOException {
        List<ContactSheet.Tile> tiles = new ArrayList<>();
        for (Map.Entry<Integer, byte[]> each : lane.tiles().entrySet()) {
            RgbPicture picture = RgbPicture.allocate(tile);
            System.arraycopy(each.getValue(), 0, picture.pixels(), 0, each.getValue().length);
            FrameMeasure measure = frames.get(each.getKey()).measure();
            tiles.add(new ContactSheet.Tile(picture, number.apply(each.getKey()), figure + " " + peak(measure)));
        }
        RgbPicture sheet = new ContactSheet(title, details, wanted.columns(), tiles).compose(type);
        Folders.above(file);
        if (file.toString().endsWith(".png")) {
            StillWriter.png(file, sheet);
        } else {
            StillWriter.jpeg(file, sheet, QUALITY);
        }
    }

    /** The brightest sample of the source: scene-linear, or of a movie a code value whose 1.0 is white. */
    private static String peak(FrameMeasure measure) {
        float peak = Float.NEGATIVE_INFINITY;
        for (ChannelMeasure channel : measure.channels()) {
            peak = Math.max(peak, channel.peak());
        }
        return String.format(Locale.ROOT, peak < 10 ? "%.2f" : "%.1f", peak);
    }
}
