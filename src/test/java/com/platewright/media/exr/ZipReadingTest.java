// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Halves of ZIP and ZIPS files are inflated by ISA-L; asked for floats, the same file goes through libOpenEXR. The two must
 * agree on every sample, and on what is damaged.
 */
class ZipReadingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "zip,1,1,3",
        "zip,7,16,3",
        "zip,8,17,4",
        "zip,31,33,3",
        "zip,1921,19,4",
        "zips,1,1,4",
        "zips,9,40,3",
        "zips,333,5,4",
        "zip,40,64,5"
    })
    void everySampleIsWhatTheLibraryReads(String compression, int width, int height, int channels) throws Exception {
        for (String pattern :
                new String[] {"noise:type=gaussian:mean=1:stddev=3:seed=7", "constant:color=.1,.2,.3,.4,.5"}) {
            ByteBuffer file =
                    BothReaders.paint(folder, pattern, compression, width, height, channels, "--origin", "-3+11");
            assertThat(BothReaders.read(file, pattern)).isTrue();
        }
    }

    /** A bit that is turned over is found by both, or by neither and then makes no difference: header texts, for instance. */
    @Test
    void bothFindTheSameDamage() throws Exception {
        ByteBuffer sound = BothReaders.paint(folder, "noise:type=uniform:min=0:max=4:seed=1", "zip", 50, 40, 3);
        Random random = new Random(20261123);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            ByteBuffer file = BothReaders.cut(sound, sound.limit());
            int at = random.nextInt(file.limit());
            file.put(at, (byte) (file.get(at) ^ 1 << random.nextInt(8)));
            refused += BothReaders.read(file, "byte " + at) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void aFileThatIsCutShortIsDamaged() throws Exception {
        ByteBuffer sound = BothReaders.paint(folder, "noise:seed=3", "zip", 64, 64, 3);
        for (int length = 400; length < sound.limit(); length += 97) {
            ByteBuffer file = BothReaders.cut(sound, length);
            assertThat(BothReaders.read(file, length + " bytes")).isFalse();
        }
    }
}
