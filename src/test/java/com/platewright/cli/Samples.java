// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.DebianTool;
import com.platewright.media.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The samples of pictures as OpenImageIO reads them: red, green and blue of a pixel, then those of the next. */
final class Samples {
    private Samples() {}

    static List<float[]> of(List<Path> files) throws IOException {
        return of(files, "--ch", "R,G,B");
    }

    /** What OpenImageIO makes of each file by one more of its actions; all by one process, as starting it takes long. */
    static List<float[]> of(List<Path> files, String... action) throws IOException {
        Path folder = Files.createTempDirectory("samples");
        List<String> command = new ArrayList<>(List.of("oiiotool"));
        for (int i = 0; i < files.size(); i++) {
            command.add(files.get(i).toString());
            command.addAll(List.of(action));
            command.addAll(List.of("-d", "float", "--scanline", "--compression", "none", "-o", i + ".tif"));
        }
        DebianTool.run(folder, command.toArray(String[]::new));
        List<float[]> samples = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            samples.add(Oracle.tiff(folder.resolve(i + ".tif")));
            Files.delete(folder.resolve(i + ".tif"));
        }
        Files.delete(folder);
        return samples;
    }

    static float highest(float[] samples) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float sample : samples) {
            highest = Math.max(highest, sample);
        }
        return highest;
    }

    /** The largest difference of two pictures, in steps from one half to the next; 0.5 is what rounding may do. */
    static double farthest(float[] found, float[] expected) {
        if (found.length != expected.length) {
            throw new AssertionError(found.length + " samples, expected " + expected.length);
        }
        double farthest = 0;
        for (int i = 0; i < found.length; i++) {
            int exponent = Math.max(-14, Math.getExponent(expected[i]));
            farthest = Math.max(farthest, Math.abs((double) found[i] - expected[i]) / Math.scalb(1.0, exponent - 10));
        }
        return farthest;
    }
}
