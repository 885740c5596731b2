// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Halves of DWAA and DWAB files are decoded by code of our own where the processor has AVX2; asked for floats, the same file
 * goes through libOpenEXR. The two must agree on every sample, to the last bit, and on what is damaged.
 */
class DwaReadingTest {
    private static final List<String> PATTERNS = List.of(
            "noise:type=gaussian:mean=.4:stddev=.1:seed=7", // grain: most coefficients are there
            "noise:type=uniform:min=-40:max=60000:seed=3", // far above 1, and negative
            "constant:color=.1,.2,.3,.4,.5",
            "checker:width=16:height=24:color1=0,.1,5,1,0:color2=3,.5,0,0,1"); // flat blocks among others

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dwaa:45,1,1,3",
        "dwaa:45,7,9,4",
        "dwaa:45,33,31,3",
        "dwaa:15,64,96,4",
        "dwaa:200,1921,70,3",
        "dwab:0,65,257,4",
        "dwab:45,1921,270,3",
        "dwab:45,48,300,5"
    })
    void everySampleIsWhatTheLibraryReads(String compression, int width, int height, int channels) throws Exception {
        for (String pattern : PATTERNS) {
            ByteBuffer file =
                    BothReaders.paint(folder, pattern, compression, width, height, channels, "--origin", "-3+11");
            assertThat(BothReaders.read(file, pattern)).isTrue();
        }
    }

    /** What is turned over is found by both, or by neither and then makes no difference: header texts, for instance. */
    @ParameterizedTest
    @CsvSource({"dwaa:45,50,40,3", "dwab:45,50,40,4", "dwab:45,40,64,5"})
    void bothFindTheSameDamage(String compression, int width, int height, int channels) throws Exception {
        ByteBuffer sound = BothReaders.paint(folder, PATTERNS.get(0), compression, width, height, channels);
        Random random = new Random(20261123);
        int refused = 0;
        for (int i = 0; i < 250; i++) {
            ByteBuffer file = BothReaders.cut(sound, sound.limit());
            int at = random.nextInt(file.limit());
            file.put(at, (byte) (i % 3 == 0 ? random.nextInt() : file.get(at) ^ 1 << random.nextInt(8)));
            refused += BothReaders.read(file, "byte " + at) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(40);
    }

    @Test
    void aFileThatIsCutShortIsDamaged() throws Exception {
        ByteBuffer sound = BothReaders.paint(folder, "noise:seed=3", "dwaa:45", 64, 64, 3);
        for (int length = 400; length < sound.limit(); length += 97) {
            ByteBuffer file = BothReaders.cut(sound, length);
            assertThat(BothReaders.read(file, length + " bytes")).isFalse();
        }
    }
}
