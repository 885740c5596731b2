// SPDX-License-Identifier: Apache-2.0
package com.platewright.kernels;

import com.platewright.frame.FrameMeasure;
import com.platewright.frame.Picture;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.exr.ExrReader;
import com.platewright.media.pixel.FrameMeter;
import com.platewright.media.pixel.Halves;
import com.platewright.media.pixel.Strips;
import com.platewright.media.pixel.TileScaler;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** What one worker does with one frame, kernel by kernel, in strips as the pass has them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(Threads.MAX)
public class FrameKernels {
    private final Work work;

    public FrameKernels() {
        try {
            work = new Work(Footage.open());
        } catch (IOException e) {
            throw new IllegalStateException("the clip cannot be opened", e);
        }
    }

    /** What the kernels work on. */
    private static final class Work {
        final Footage clip;
        final Picture picture;
        final FloatBuffer strip;
        final ByteBuffer halves;
        final FrameMeter meter;
        final TileScaler scaler;
        final ColourTransform plate;
        final ColourTransform view;
        ByteBuffer file;

        Work(Footage clip) throws IOException {
            this.clip = clip;
            picture = clip.picture();
            Resolution size = picture.size();
            strip = Strips.floats(size.width());
            halves = Strips.halves(size.width());
            meter = new FrameMeter(size, Picture.Sample.HALF);
            scaler = new TileScaler(size, new Resolution(size.width() / 4, size.height() / 4));
            plate = clip.plate();
            view = clip.view();
            file = clip.bytes(0, ByteBuffer.allocateDirect(0));
            clip.decode(0, picture);
        }

        void close() throws IOException {
            plate.close();
            view.close();
            meter.close();
            clip.close();
        }
    }

    /** Something to do with a strip. */
    private interface StripWork {
        void lines(int first, int count);
    }

    /** Kernels that begin with a strip in the cache find it there. */
    @Setup
    public void fillStrip() {
        toFloat(work.picture.size().height() / 2, Strips.LINES);
        work.view.apply(work.strip, work.picture.size().width() * Strips.LINES);
    }

    @TearDown
    public void close() throws IOException {
        work.close();
    }

    @Benchmark
    public ByteBuffer unzip() throws IOException {
        work.file = work.clip.bytes(0, work.file);
        return work.file;
    }

    @Benchmark
    public Picture decode() throws IOException {
        ExrReader.header(work.file, "frame");
        ExrReader.decode(work.file, "frame", work.picture);
        return work.picture;
    }

    @Benchmark
    public FrameMeasure measure() {
        return measure(work.picture, work.meter);
    }

    @Benchmark
    public FloatBuffer halfToFloat() {
        strips(this::toFloat);
        return work.strip;
    }

    /** With half to float before it, as for the first colour of a pass. */
    @Benchmark
    public FloatBuffer plateColour() {
        return colour(work.plate);
    }

    /** With half to float before it, in place of the copy that a second colour of a pass gets. */
    @Benchmark
    public FloatBuffer viewColour() {
        return colour(work.view);
    }

    @Benchmark
    public ByteBuffer floatToHalf() {
        int width = work.picture.size().width();
        strips((first, count) -> Halves.toHalf(work.strip, width * count, work.halves.clear()));
        return work.halves;
    }

    @Benchmark
    public byte[] tile() {
        strips((first, count) -> work.scaler.lines(work.strip, count));
        return work.scaler.finish();
    }

    static FrameMeasure measure(Picture picture, FrameMeter meter) {
        int height = picture.size().height();
        for (int line = 0; line < height; line += Strips.LINES) {
            int count = Math.min(Strips.LINES, height - line);
            meter.lines(picture.lines(line, count), count);
        }
        return meter.finish(0);
    }

    private FloatBuffer colour(ColourTransform transform) {
        int width = work.picture.size().width();
        strips((first, count) -> {
            toFloat(first, count);
            transform.apply(work.strip, width * count);
        });
        return work.strip;
    }

    private void toFloat(int first, int count) {
        Halves.toFloat(work.picture, first, count, work.strip.clear());
    }

    private void strips(StripWork each) {
        int height = work.picture.size().height();
        for (int line = 0; line < height; line += Strips.LINES) {
            each.lines(line, Math.min(Strips.LINES, height - line));
        }
    }
}
