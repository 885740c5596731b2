// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.DebianTool;
import java.nio.file.Path;

/** A short sequence that passes every check: {@code a.1001.exr} and on, 64x48, halves with noise and highlights. */
final class NoisyFrames {
    private NoisyFrames() {}

    static void make(Path folder, int first, int last) {
        for (int i = first; i <= last; i++) {
            DebianTool.run(
                    folder,
                    "oiiotool",
                    "--create",
                    "64x48",
                    "3",
                    "--addc",
                    "0.5,0.4,1.7",
                    "--noise:type=gaussian:stddev=0.05:seed=" + i,
                    "-d",
                    "half",
                    "-o",
                    String.format("a.%04d.exr", i));
        }
    }
}
