// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.pixel;

import com.platewright.binding.YuvStrips;
import com.platewright.frame.Picture;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Packs display-referred R'G'B' (code values, 0 to 1) into YUV of narrow range: luma 16 to 235 and chroma 16 to 240, times
 * four for 10 bits (ITU-T H.273, clause 8.3), rounded to nearest. Values outside 0 to 1 are clamped first, as a display
 * would, so that every code is legal; NaN becomes 0. Do not pack scene-linear pictures.
 *
 * <p>Chroma is filtered as numbers and rounded once. One packer serves frame after frame of one size, for one thread at
 * a time: {@link #begin}, then {@link #lines} from the top.
 */
public final class YuvPacker implements AutoCloseable {
    private final YuvLayout layout;
    private final Resolution size;
    private final YuvStrips strips;
    private Optional<YuvPlanes> target = Optional.empty();
    private int line;

    public YuvPacker(YuvLayout layout, Resolution size, YuvMatrix matrix, ChromaSiting siting) {
        this(layout, size, matrix, siting, true);
    }

    /** With AVX2 where there is some, or without. */
    YuvPacker(YuvLayout layout, Resolution size, YuvMatrix matrix, ChromaSiting siting, boolean wide) {
        this.layout = layout;
        this.size = size;
        this.strips =
                new YuvStrips(size.width(), chroma(layout, siting), matrix.kr(), matrix.kb(), layout.bits(), wide);
    }

    /** Starts a frame; what follows goes into these planes. */
    public void begin(YuvPlanes planes) {
        if (planes.layout() != layout || !planes.size().equals(size)) {
            throw new IllegalArgumentException(
                    "planes of " + planes.layout() + " " + planes.size() + " for a packer of " + layout + " " + size);
        }
        target = Optional.of(planes);
        line = 0;
    }

    /**
     * Packs the next lines.
     *
     * @param rgba at its position, interleaved RGBA float, in a direct buffer of native order; alpha is passed over
     * @param count even, but for the last strip of an odd height, where lines share their chroma
     */
    public void lines(FloatBuffer rgba, int count) {
        YuvPlanes planes = target.orElseThrow(() -> new IllegalStateException("no frame has begun"));
        boolean last = line + count == size.height();
        if (count < 1 || line + count > size.height() || (layout.halfHeight() && count % 2 == 1 && !last)) {
            throw new IllegalArgumentException(count + " lines after " + line + " do not fit a frame of " + size);
        }
        Halves.require(rgba, (long) size.width() * Picture.CHANNELS * count);
        strips.strip(
                rgba,
                line,
                count,
                start(planes.y()),
                planes.y().stride(),
                start(planes.u()),
                planes.u().stride(),
                start(planes.v()),
                planes.v().stride());
        line += count;
    }

    @Override
    public void close() {
        strips.close();
    }

    private static ByteBuffer start(YuvPlanes.Plane plane) {
        return plane.bytes().duplicate().clear();
    }

    private static int chroma(YuvLayout layout, ChromaSiting siting) {
        if (!layout.halfWidth()) {
            return YuvStrips.FULL;
        }
        if (!layout.halfHeight()) {
            return YuvStrips.HALF_WIDTH;
        }
        return siting == ChromaSiting.LEFT ? YuvStrips.HALF_LEFT : YuvStrips.HALF_TOP_LEFT;
    }
}
