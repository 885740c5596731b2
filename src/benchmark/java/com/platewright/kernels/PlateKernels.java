// SPDX-License-Identifier: Apache-2.0
package com.platewright.kernels;

import com.platewright.files.Digest;
import com.platewright.frame.FrameMeasure;
import com.platewright.frame.Picture;
import com.platewright.media.ExrCompression;
import com.platewright.media.exr.ExrEncoder;
import com.platewright.media.exr.ExrReader;
import com.platewright.media.exr.PlateSpec;
import com.platewright.media.exr.PlateTags;
import com.platewright.media.pixel.FrameMeter;
import com.platewright.media.pixel.PixelDigest;
import com.platewright.media.pixel.Strips;
import com.platewright.shot.FrameRate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** A plate: made, written, and read back as the examination does it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(Threads.MAX)
public class PlateKernels {
    private static final PlateTags TAGS =
            new PlateTags(Optional.empty(), FrameRate.parse("24"), Optional.empty(), Map.of());

    private final Path path;
    private final Picture picture;
    private final Picture back;
    private final FrameMeter meter;
    private final ExrEncoder encoder;
    private final PlateSpec spec;
    private final PixelDigest digest = new PixelDigest();
    private final ByteBuffer file;
    private ByteBuffer encoded;

    public PlateKernels() {
        try (Footage clip = Footage.open()) {
            picture = clip.picture();
            clip.decode(0, picture);
            back = clip.picture();
            meter = new FrameMeter(picture.size(), Picture.Sample.HALF);
            boolean alpha = clip.header().channels().stream()
                    .anyMatch(channel -> channel.name().equals("A"));
            spec = new PlateSpec(picture.size(), ExrCompression.ZIP, PlateSpec.DEFAULT_DWA_LEVEL, alpha, TAGS);
            encoder = ExrEncoder.open(spec);
            path = Files.createTempFile(Footage.work("."), "plate", ".exr"); // for each thread its own
            encoded = encode();
            write();
            file = ByteBuffer.allocateDirect(encoded.remaining());
        } catch (IOException e) {
            throw new IllegalStateException("no plate can be made of the clip", e);
        }
    }

    @TearDown
    public void close() throws IOException {
        Files.delete(path);
        encoder.close();
        meter.close();
    }

    /** The digest of the samples, and the file in memory. */
    @Benchmark
    public ByteBuffer encode() throws IOException {
        encoder.reset(spec);
        int height = spec.size().height();
        for (int line = 0; line < height; line += Strips.LINES) {
            int count = Math.min(Strips.LINES, height - line);
            ByteBuffer halves = picture.lines(line, count);
            digest.add(halves);
            encoder.lines(halves, count);
        }
        digest.finish();
        encoded = encoder.finish();
        return encoded;
    }

    /** The file to the disk's cache, and its digest. */
    @Benchmark
    public Digest write() throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (ByteBuffer rest = encoded.duplicate(); rest.hasRemaining(); ) {
                channel.write(rest);
            }
        }
        return Digest.of(encoded);
    }

    @Benchmark
    public FrameMeasure readBack() throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            file.clear();
            for (int read = 0; file.hasRemaining() && read >= 0; ) {
                read = channel.read(file);
            }
            file.flip();
        }
        Digest.of(file);
        ExrReader.header(file, "plate");
        ExrReader.decode(file, "plate", back);
        return FrameKernels.measure(back, meter);
    }
}
