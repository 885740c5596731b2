// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.frame.Picture;
import com.platewright.media.EncodeException;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small things that the tests of this package do again and again. */
final class Exr {
    static final PlateTags PLAIN = new PlateTags(Optional.empty(), FrameRate.FILM, Optional.empty(), Map.of());

    private Exr() {}

    static ByteBuffer load(Path file) throws IOException {
        return direct(Files.readAllBytes(file));
    }

    static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes)
                .flip();
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static Picture decode(ByteBuffer file, String name) throws MediaException {
        ExrHeader header = ExrReader.header(file, name);
        Picture picture = Picture.allocate(header.size(), ExrReader.sampleFor(header));
        ExrReader.decode(file, name, picture);
        return picture;
    }

    static float[] floats(ByteBuffer file, String name) throws MediaException {
        ExrHeader header = ExrReader.header(file, name);
        Picture picture = Picture.allocate(header.size(), Picture.Sample.FLOAT);
        ExrReader.decode(file, name, picture);
        float[] samples = new float[4 * header.size().pixels()];
        picture.pixels().asFloatBuffer().get(samples);
        return samples;
    }

    static ByteBuffer encode(PlateSpec spec, ByteBuffer halfRgba) throws EncodeException {
        try (ExrEncoder encoder = ExrEncoder.open(spec)) {
            encoder.lines(halfRgba, spec.size().height());
            return direct(bytes(encoder.finish()));
        }
    }

    static PlateSpec spec(int width, int height, ExrCompression compression, boolean alpha) {
        return new PlateSpec(new Resolution(width, height), compression, PlateSpec.DEFAULT_DWA_LEVEL, alpha, PLAIN);
    }

    /** Any 16 bits as a sample: infinities, NaNs of every payload and subnormals among them. Alpha is 1.0. */
    static ByteBuffer anyHalves(int width, int height, long seed) {
        return halves(width, height, x -> (short) x.nextInt(), seed);
    }

    /** A picture that deflates: a slope with a little noise, between 0.25 and 2. */
    static ByteBuffer photograph(int width, int height, long seed) {
        int[] count = {0};
        return halves(
                width,
                height,
                x -> (short) (0x3400 + count[0]++ * 0x0c00L / (3L * width * height) + x.nextInt(9)),
                seed);
    }

    /** Lines of {@code period} colours again and again, others in each line. */
    static ByteBuffer rhythm(int width, int height, int period, long seed) {
        Random random = new Random(seed);
        short[] colours = new short[3 * period];
        int[] count = {0};
        return halves(
                width,
                height,
                x -> {
                    int at = count[0]++ % (3 * width);
                    if (at == 0) {
                        for (int i = 0; i < colours.length; i++) {
                            colours[i] = (short) random.nextInt(0x7c00);
                        }
                    }
                    return colours[at % colours.length];
                },
                seed);
    }

    private interface Sample {
        short next(Random random);
    }

    private static ByteBuffer halves(int width, int height, Sample sample, long seed) {
        Random random = new Random(seed);
        ByteBuffer rgba = ByteBuffer.allocateDirect(8 * width * height).order(ByteOrder.nativeOrder());
        for (int i = 0; i < width * height; i++) {
            rgba.putShort(sample.next(random)).putShort(sample.next(random)).putShort(sample.next(random));
            rgba.putShort((short) 0x3c00);
        }
        return rgba.flip();
    }
}
