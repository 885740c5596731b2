// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Programs by other people that our results are compared with. A missing one fails the test that needs it. */
public final class Oracle {
    private static final Map<String, String> PACKAGES = Map.of(
            "oiiotool", "openimageio-tools",
            "exrmaketiled", "openexr",
            "exrmultipart", "openexr",
            "exrheader", "openexr",
            "ociocheck", "opencolorio-tools",
            "ffmpeg", "ffmpeg");

    private Oracle() {}

    /** Runs a program to its end, demands success and gives what it printed. */
    public static String run(List<String> command) {
        return new String(output(command), StandardCharsets.UTF_8);
    }

    public static String run(String... command) {
        return run(List.of(command));
    }

    /** As {@link #run(String...)}, for programs that print bytes. */
    public static byte[] output(List<String> command) {
        try {
            Path errors = Files.createTempFile("oracle", ".log");
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            assertThat(process.waitFor())
                    .as("%s%n%s%n%s", command, new String(output, StandardCharsets.UTF_8), Files.readString(errors))
                    .isZero();
            Files.delete(errors);
            return output;
        } catch (IOException e) {
            return fail(command.get(0) + " is needed by this test; install the package "
                    + PACKAGES.getOrDefault(command.get(0), command.get(0)) + " (" + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("interrupted while " + command.get(0) + " ran");
        }
    }

    /** The samples of an uncompressed float TIFF with interleaved channels, as oiiotool writes it. */
    public static float[] tiff(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getInt(0)).as("little-endian TIFF").isEqualTo(0x002a4949);
        int[] offsets = values(bytes, 273);
        int[] lengths = values(bytes, 279);
        ByteBuffer samples = ByteBuffer.allocate(bytes.capacity()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < offsets.length; i++) {
            samples.put(bytes.slice(offsets[i], lengths[i]));
        }
        float[] pixels = new float[samples.flip().remaining() / Float.BYTES];
        samples.asFloatBuffer().get(pixels);
        return pixels;
    }

    /** Demands that two pictures hold the same numbers, NaN being equal to NaN. */
    public static void assertSame(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        int at = Arrays.mismatch(found, expected);
        if (at >= 0) {
            fail("sample %d (pixel %d, channel %d) is %s, expected %s", at, at / 4, at % 4, found[at], expected[at]);
        }
    }

    private static int[] values(ByteBuffer tiff, int tag) {
        int directory = tiff.getInt(4);
        for (int entry = directory + 2; ; entry += 12) {
            assertThat(entry).as("tag %d in the TIFF", tag).isLessThan(directory + 12 * tiff.getShort(directory));
            if (tiff.getShort(entry) == (short) tag) {
                int bytes = tiff.getShort(entry + 2) == 3 ? 2 : 4;
                int count = tiff.getInt(entry + 4);
                int at = bytes * count > 4 ? tiff.getInt(entry + 8) : entry + 8;
                int[] values = new int[count];
                for (int i = 0; i < count; i++) {
                    values[i] = bytes == 2 ? tiff.getShort(at + 2 * i) & 0xffff : tiff.getInt(at + 4 * i);
                }
                return values;
            }
        }
    }
}
