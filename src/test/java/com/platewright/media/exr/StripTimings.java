// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.binding.PixelKernels;
import com.platewright.frame.Picture;
import com.platewright.media.ExrCompression;
import com.platewright.media.Precision;
import com.platewright.media.colour.ColourConfig;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.pixel.ChromaSiting;
import com.platewright.media.pixel.FrameMeter;
import com.platewright.media.pixel.Halves;
import com.platewright.media.pixel.PixelDigest;
import com.platewright.media.pixel.Strips;
import com.platewright.media.pixel.YuvLayout;
import com.platewright.media.pixel.YuvMatrix;
import com.platewright.media.pixel.YuvPacker;
import com.platewright.media.pixel.YuvPlanes;
import com.platewright.shot.Resolution;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * A program, not a test: what one 1080p frame costs on one core, step by step. Times are of the thread's own processor
 * time, the median and the least of a number of rounds (the only argument, 15 by default).
 *
 * <p>{@code java -cp target/classes:target/test-classes:… com.platewright.media.exr.StripTimings}
 */
public final class StripTimings {
    private static final Resolution SIZE = new Resolution(1920, 1080);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final int rounds;
    private final Picture picture = Picture.allocate(SIZE, Picture.Sample.HALF);
    private final FloatBuffer strip = Strips.floats(SIZE.width());
    private final ByteBuffer halves = Strips.halves(SIZE.width());

    private interface Work {
        void run() throws Exception;
    }

    private interface StripWork {
        void run(int line, int count) throws Exception;
    }

    private StripTimings(int rounds) {
        this.rounds = rounds;
        draw();
    }

    public static void main(String[] arguments) throws Exception {
        StripTimings timings = new StripTimings(arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]));
        System.out.printf("%s, wide kernels %s, %d rounds%n", SIZE, PixelKernels.hasWideKernels(), timings.rounds);
        timings.exr();
        timings.zipLevels();
        timings.pixels();
        timings.colour();
    }

    private void exr() throws Exception {
        for (ExrCompression compression : ExrCompression.values()) {
            PlateSpec spec = Exr.spec(SIZE.width(), SIZE.height(), compression, false);
            try (ExrEncoder encoder = ExrEncoder.open(spec)) {
                int[] size = {0};
                time(
                        "encode " + compression,
                        () -> size[0] = encode(encoder, spec).remaining());
                ByteBuffer file = Exr.direct(Exr.bytes(encode(encoder, spec)));
                Picture target = Picture.allocate(SIZE, Picture.Sample.HALF);
                time(
                        "decode " + compression + ", " + size[0] + " bytes",
                        () -> ExrReader.decode(file, "frame", target));
            }
        }
    }

    private void zipLevels() throws Exception {
        PlateSpec spec = Exr.spec(SIZE.width(), SIZE.height(), ExrCompression.ZIP, false);
        for (int level = 0; level < 4; level++) {
            try (ExrEncoder encoder = ExrEncoder.open(spec, level, true)) {
                int size = encode(encoder, spec).remaining();
                time("ZIP, ISA-L level " + level + ", " + size + " bytes", () -> encode(encoder, spec));
            }
        }
        try (ExrEncoder portable = ExrEncoder.open(spec, 1, false)) {
            time("ZIP, portable kernel", () -> encode(portable, spec));
        }
    }

    private void pixels() throws Exception {
        time("half to float", strips((line, count) -> Halves.toFloat(picture, line, count, strip)));
        time("float to half", strips((line, count) -> Halves.toHalf(strip, count * SIZE.width(), halves)));
        try (FrameMeter meter = new FrameMeter(SIZE, Picture.Sample.HALF)) {
            time("measure and digest", () -> {
                strips((line, count) -> meter.lines(picture.lines(line, count), count))
                        .run();
                meter.finish(1001);
            });
        }
        PixelDigest digest = new PixelDigest();
        time("digest alone", strips((line, count) -> digest.add(picture.lines(line, count))));
        for (YuvLayout layout : YuvLayout.values()) {
            YuvPlanes planes = YuvPlanes.allocate(layout, SIZE);
            try (YuvPacker packer = new YuvPacker(layout, SIZE, YuvMatrix.BT709, ChromaSiting.LEFT)) {
                time("pack " + layout, () -> {
                    packer.begin(planes);
                    strips((line, count) -> packer.lines(strip, count)).run();
                });
            }
        }
    }

    private void colour() throws Exception {
        try (ColourConfig config = ColourConfig.open(Path.of("pipeline-configs/colour/aces-1.3.ocio"));
                ColourTransform plate = config.convert("ACES2065-1", "ACEScg");
                ColourTransform sdr = sdr(config, Precision.EXACT);
                ColourTransform fast = sdr(config, Precision.FAST)) {
            time("make the fast view", () -> sdr(config, Precision.FAST).close());
            for (ColourTransform transform : new ColourTransform[] {plate, sdr, fast}) {
                time("half to float, then " + transform.describe(), strips((line, count) -> {
                    Halves.toFloat(picture, line, count, strip);
                    transform.apply(strip, count * SIZE.width());
                }));
            }
        }
    }

    private static ColourTransform sdr(ColourConfig config, Precision precision) throws Exception {
        return config.view("ACES2065-1", "Rec.1886 Rec.709 - Display", "ACES 1.0 - SDR Video", precision);
    }

    private ByteBuffer encode(ExrEncoder encoder, PlateSpec spec) throws Exception {
        encoder.reset(spec);
        strips((line, count) -> encoder.lines(picture.lines(line, count), count))
                .run();
        return encoder.finish();
    }

    private static Work strips(StripWork work) {
        return () -> {
            for (int line = 0; line < SIZE.height(); line += Strips.LINES) {
                work.run(line, Math.min(Strips.LINES, SIZE.height() - line));
            }
        };
    }

    private void time(String what, Work work) throws Exception {
        double[] ms = new double[rounds];
        for (int i = -2; i < rounds; i++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            work.run();
            ms[Math.max(i, 0)] = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        System.out.printf("%8.2f ms (least %.2f)  %s%n", ms[rounds / 2], ms[0], what);
    }

    /** Soft shapes of several sizes, a few highlights and grain, between 0.01 and 20. */
    private void draw() {
        Random random = new Random(1);
        FloatBuffer line = Strips.floats(SIZE.width());
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                double shape = Math.sin(x / 310.0 + Math.sin(y / 170.0))
                        + 0.5 * Math.sin(y / 45.0 - x / 83.0)
                        + 0.2 * Math.sin(x / 7.0) * Math.sin(y / 9.0);
                for (int c = 0; c < 3; c++) {
                    double light = Math.exp(1.2 * shape + 0.3 * Math.sin(c + x / 500.0) - 1.5);
                    line.put(4 * x + c, (float) (light * (1 + 0.02 * random.nextGaussian())));
                }
                line.put(4 * x + 3, 1);
            }
            Halves.toHalf(line, SIZE.width(), picture.lines(y, 1));
        }
    }
}
