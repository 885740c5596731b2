// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import static com.platewright.media.movie.TestMovie.coding;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.sound.Sound;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieMemoryTest {
    private static final Resolution SIZE = new Resolution(640, 360);

    /** Less than a tenth of what 400 forgotten pictures would take. */
    private static final long TOLERANCE = 32L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"prores422hq, mov, pcm_s24le", "h264, mp4, aac"})
    void memoryDoesNotGrowWithTheNumberOfPictures(String coding, String suffix, String codec) throws IOException {
        Path file = folder.resolve("long." + suffix);
        SoundTrack track = new SoundTrack(Sound.silence(48000, 2, 500 * 2000), codec, 0, "eng", "");
        MovieSpec spec =
                new MovieSpec(SIZE, FrameRate.FILM, coding(coding), Optional.empty(), List.of(track), Map.of());
        long early = 0;
        try (MovieWriter writer = MovieWriter.create(file, spec)) {
            for (int i = 0; i < 500; i++) {
                MoviePicture picture = TestMovie.borrow(writer);
                TestMovie.fill(picture, suffix.equals("mov"), 100 + i / 10, 128, 128);
                writer.write(picture);
                if (i == 100) {
                    early = Pointer.physicalBytes();
                }
            }
            writer.finish();
        }
        assertThat(Pointer.physicalBytes() - early)
                .as("bytes grown while writing")
                .isLessThan(TOLERANCE);
        read(file);
    }

    private static void read(Path file) throws IOException {
        long early = 0;
        try (MovieReader reader = MovieReader.open(file, 2)) {
            int frames = 0;
            while (reader.skip()) {
                if (++frames == 100) {
                    early = Pointer.physicalBytes();
                }
            }
            assertThat(frames).isEqualTo(500);
        }
        assertThat(Pointer.physicalBytes() - early)
                .as("bytes grown while reading")
                .isLessThan(TOLERANCE);
    }

    @Test
    void nothingIsLeftOfAMovieThatIsClosed() throws IOException {
        Path file = folder.resolve("short.mov");
        TestMovie.write(file, TestMovie.spec("prores422hq"), 2);
        MovieProbe.probe(file, 2);
        long before = 0;
        for (int i = 0; i < 60; i++) {
            if (i == 20) {
                before = Pointer.physicalBytes();
            }
            TestMovie.write(file, TestMovie.spec("prores422hq"), 2);
            MovieProbe.probe(file, 2);
        }
        assertThat(Pointer.physicalBytes() - before).as("bytes grown").isLessThan(TOLERANCE);
    }
}
