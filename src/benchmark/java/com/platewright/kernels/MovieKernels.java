// SPDX-License-Identifier: Apache-2.0
package com.platewright.kernels;

import com.platewright.media.movie.MoviePicture;
import com.platewright.media.movie.MovieProbe;
import com.platewright.media.movie.MovieWriter;
import com.platewright.media.pixel.YuvPlanes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A movie of successive frames of the clip, encoded with what opens and closes it, and decoded again to be examined. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class MovieKernels {
    /** Enough for what an encoder looks ahead, and as many as fit the memory as 4:4:4. */
    static final int PICTURES = 48;

    @Param({"PRORES", "H264"})
    public Coding coding = Coding.PRORES;

    private List<YuvPlanes> pictures = List.of();
    private boolean written;

    @Benchmark
    @OperationsPerInvocation(PICTURES)
    public long encode() throws IOException, InterruptedException {
        if (pictures.isEmpty()) { // in the iteration that warms up
            pictures = Painter.paint(coding, PICTURES);
        }
        try (MovieWriter writer = MovieWriter.create(
                Footage.work(coding.fileName()), coding.movie(pictures.get(0).size()))) {
            for (YuvPlanes planes : pictures) {
                MoviePicture picture = writer.borrow();
                copy(planes.y(), picture, 0);
                copy(planes.u(), picture, 1);
                copy(planes.v(), picture, 2);
                writer.write(picture);
            }
            writer.finish();
            written = true;
            return writer.written();
        }
    }

    @Benchmark
    @OperationsPerInvocation(PICTURES)
    public long readBack() throws IOException, InterruptedException {
        if (!written) {
            encode();
        }
        return MovieProbe.probe(Footage.work(coding.fileName())).frames();
    }

    private static void copy(YuvPlanes.Plane plane, MoviePicture picture, int index) {
        ByteBuffer from = plane.bytes().duplicate().clear();
        ByteBuffer to = picture.plane(index).duplicate();
        int start = to.position();
        for (int line = 0; (line + 1) * plane.stride() <= from.capacity(); line++) {
            int count = Math.min(plane.stride(), picture.stride(index));
            to.put(start + line * picture.stride(index), from, line * plane.stride(), count);
        }
    }
}
