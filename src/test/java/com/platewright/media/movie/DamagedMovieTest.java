// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import static com.platewright.media.movie.TestMovie.coding;
import static com.platewright.media.movie.TestMovie.sound;
import static com.platewright.media.movie.TestMovie.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.MediaException;
import com.platewright.media.MovieFacts;
import com.platewright.shot.FrameRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedMovieTest {
    private static final int FRAMES = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"h264, mp4, aac", "hevc, mp4, aac", "prores422hq, mov, pcm_s24le", "dnxhr, mov, pcm_s24le"})
    void aMovieCutAnywhereIsSaidToBeDamaged(String coding, String suffix, String codec) throws IOException {
        byte[] whole = whole(coding, suffix, codec);
        Random random = new Random(1);
        for (int i = 0; i < 25; i++) {
            int length = random.nextInt(whole.length);
            Path cut = Files.write(folder.resolve("cut." + suffix), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> MovieProbe.probe(cut, 2))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("cut." + suffix);
        }
    }

    @ParameterizedTest
    @CsvSource({"h264, mp4, aac", "hevc, mp4, aac", "prores4444, mov, pcm_s24le", "dnxhr, mov, pcm_s24le"})
    void flippedBytesAreAnErrorOrOtherPicturesButNeverACrash(String coding, String suffix, String codec)
            throws IOException {
        byte[] whole = whole(coding, suffix, codec);
        Random random = new Random(2);
        int errors = 0;
        for (int i = 0; i < 60; i++) {
            byte[] flipped = whole.clone();
            for (int n = 0; n < 1 + i % 40; n++) {
                flipped[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Path file = Files.write(folder.resolve("flipped." + suffix), flipped);
            try {
                MovieFacts facts = MovieProbe.probe(file, 2);
                assertThat(facts.frames()).isBetween(1L, (long) FRAMES);
            } catch (MediaException e) {
                errors++;
                assertThat(e).hasMessageContaining("flipped." + suffix);
            }
        }
        assertThat(errors).isPositive();
    }

    @Test
    void aMovieWhoseMiddleIsZeroIsSaidToBeDamaged() throws IOException {
        byte[] whole = whole("h264", "mp4", "aac");
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + whole.length / 10, (byte) 0);
        Path file = Files.write(folder.resolve("holed.mp4"), whole);
        assertThatThrownBy(() -> MovieProbe.probe(file)).isInstanceOf(MediaException.class);
    }

    private byte[] whole(String coding, String suffix, String codec) throws IOException {
        Path file = folder.resolve("whole." + suffix);
        SoundTrack track = new SoundTrack(sound(2, FRAMES * 2000), codec, 0, "eng", "");
        TestMovie.write(file, spec(coding(coding), FrameRate.FILM, track), FRAMES);
        assertThat(MovieProbe.probe(file).frames()).isEqualTo(FRAMES);
        return Files.readAllBytes(file);
    }
}
