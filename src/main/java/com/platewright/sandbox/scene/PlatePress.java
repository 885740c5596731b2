// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.media.Chromaticities;
import com.platewright.media.EncodeException;
import com.platewright.media.ExrCompression;
import com.platewright.media.exr.ExrEncoder;
import com.platewright.media.exr.PlateSpec;
import com.platewright.media.exr.PlateTags;
import com.platewright.media.pixel.Halves;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Presses frames into EXR files as the model delivers them: half R, G, B without alpha; DWAB at level 45 and the
 * chromaticities of ACES2065-1, unless a script of faults wants others. For one thread at a time.
 */
final class PlatePress implements AutoCloseable {
    /** Lines that are turned into half at a time: what a processor's cache holds. */
    private static final int STRIP = 32;

    private final PlateSpec spec;
    private final ExrEncoder encoder;
    private final ByteBuffer halves;

    private PlatePress(PlateSpec spec, ExrEncoder encoder) {
        this.spec = spec;
        this.encoder = encoder;
        this.halves = ByteBuffer.allocateDirect(spec.size().width() * STRIP * 8).order(ByteOrder.nativeOrder());
    }

    static PlatePress open(ClipOrder order) throws EncodeException {
        Resolution size = new Resolution(order.format().width(), order.format().height());
        PlateTags tags = new PlateTags(
                order.exr().chromaticities() ? Optional.of(Chromaticities.AP0) : Optional.empty(),
                new FrameRate(ClipOrder.FRAME_RATE, 1),
                Optional.empty(),
                Map.of());
        ExrCompression compression = compression(order.exr().compression());
        PlateSpec spec = new PlateSpec(size, compression, PlateSpec.DEFAULT_DWA_LEVEL, false, tags);
        return new PlatePress(spec, ExrEncoder.open(spec));
    }

    private static ExrCompression compression(String name) throws EncodeException {
        return Arrays.stream(ExrCompression.values())
                .filter(c -> c.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new EncodeException("OpenEXR has no compression " + name + "; it has "
                        + Arrays.toString(ExrCompression.values()) + ", in lower case"));
    }

    /** Writes a frame of RGBA, which lies in the buffer from its position on. */
    void write(FloatBuffer rgba, Path file) throws IOException {
        encoder.reset(spec);
        int width = spec.size().width();
        FloatBuffer from = rgba.duplicate();
        for (int line = 0; line < spec.size().height(); line += STRIP) {
            int count = Math.min(STRIP, spec.size().height() - line);
            from.position(rgba.position() + line * width * 4);
            Halves.toHalf(from, count * width, halves);
            encoder.lines(halves, count);
        }
        ByteBuffer bytes = encoder.finish();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    @Override
    public void close() {
        encoder.close();
    }
}
