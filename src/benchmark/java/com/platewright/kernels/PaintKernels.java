// SPDX-License-Identifier: Apache-2.0
package com.platewright.kernels;

import com.platewright.frame.Picture;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.pixel.Halves;
import com.platewright.media.pixel.Strips;
import com.platewright.media.pixel.YuvPacker;
import com.platewright.media.pixel.YuvPlanes;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** R'G'B' packed into an encoder's picture, from a strip in the cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(Threads.MAX)
public class PaintKernels {
    @Param({"PRORES", "H264"})
    public Coding coding = Coding.PRORES;

    private final Resolution size;
    private final FloatBuffer strip;

    public PaintKernels() {
        try (Footage clip = Footage.open();
                ColourTransform view = clip.view()) {
            Picture picture = clip.picture();
            clip.decode(0, picture);
            size = picture.size();
            strip = Strips.floats(size.width());
            Halves.toFloat(picture, size.height() / 2, Strips.LINES, strip);
            view.apply(strip, size.width() * Strips.LINES);
        } catch (IOException e) {
            throw new IllegalStateException("the clip cannot be opened", e);
        }
    }

    @State(Scope.Thread)
    public static class Canvas {
        private YuvPlanes planes = YuvPlanes.allocate(Coding.PRORES.layout(), new Resolution(2, 2));

        @Setup
        public void allocate(PaintKernels kernels) {
            planes = YuvPlanes.allocate(kernels.coding.layout(), kernels.size);
        }
    }

    @Benchmark
    public YuvPlanes paint(Canvas canvas) {
        try (YuvPacker packer = Painter.packer(coding, size)) {
            packer.begin(canvas.planes);
            for (int line = 0; line < size.height(); line += Strips.LINES) {
                packer.lines(strip, Math.min(Strips.LINES, size.height() - line));
            }
        }
        return canvas.planes;
    }
}
