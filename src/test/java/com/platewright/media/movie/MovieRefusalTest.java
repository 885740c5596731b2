// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import static com.platewright.media.movie.TestMovie.coding;
import static com.platewright.media.movie.TestMovie.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.ColourTags;
import com.platewright.media.EncodeException;
import com.platewright.shot.FrameRate;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieRefusalTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prores_xs | yuv422p10le | profile=hq       | no encoder \"prores_xs\" | prores_ks",
                "aac       | yuv420p     | b=1              | no encoder \"aac\" for video | libx264",
                "prores_ks | yuv420p     | profile=hq       | does not take pixel format \"yuv420p\" | yuv444p10le",
                "prores_ks | yuv42       | profile=hq       | does not take pixel format \"yuv42\" | yuv422p10le",
                "prores_ks | yuv422p10le | profil=hq        | has no option \"profil\" | profile, quant_mat",
                "prores_ks | yuv422p10le | profile=best     | takes no profile=best | profile",
                "prores_ks | yuv422p10le | qscale=nine      | qscale is a number | nine",
                "prores_ks | yuv422p10le | vendor=toolong   | refuses its settings | 4 bytes",
                "libx264   | yuv420p     | preset=mediun    | refuses its settings | mediun",
                "libx264   | yuv420p     | x264-params=krf=1 | refuses its settings | krf",
                "libx265   | yuv420p     | x265-params=krf=1 | refuses its settings | krf",
                "libx265   | yuv420p     | tag=hvc          | four ASCII characters | hvc",
                "dnxhd     | yuv422p10le | profile=dnxhr_sq | refuses its settings | DNxHR"
            })
    void whatIsNotThereIsNamedBesideWhatIs(String encoder, String format, String option, String says, String offers) {
        int equals = option.indexOf('=');
        PictureCoding coding = new PictureCoding(
                encoder,
                format,
                Map.of(option.substring(0, equals), option.substring(equals + 1)),
                ColourTags.REC709,
                1);
        Path file = folder.resolve("clip.mov");
        assertThatThrownBy(() -> MovieWriter.create(file, spec(coding, FrameRate.FILM)))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining("clip.mov")
                .hasMessageContaining(says)
                .hasMessageContaining(offers);
        assertThat(file).doesNotExist();
    }

    @Test
    void anUnknownTagIsNamedBesideTheKnown() {
        PictureCoding asked = coding("prores422hq");
        PictureCoding coding = new PictureCoding(
                asked.encoder(), asked.pixelFormat(), asked.options(), new ColourTags("bt709", "pq", "bt709", "tv"), 1);
        assertThatThrownBy(() -> MovieWriter.create(folder.resolve("clip.mov"), spec(coding, FrameRate.FILM)))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining("\"pq\" is no transfer function")
                .hasMessageContaining("smpte2084");
    }

    @Test
    void anUnknownSoundCodecIsNamedBesideTheKnown() {
        SoundTrack track = new SoundTrack(TestMovie.sound(1, 100), "aax", 0, "eng", "");
        assertThatThrownBy(() -> MovieWriter.create(
                        folder.resolve("clip.mov"), spec(coding("prores422hq"), FrameRate.FILM, track)))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining("no encoder \"aax\" for audio")
                .hasMessageContaining("pcm_s24le");
    }

    @Test
    void aContainerThatDoesNotHoldTheCodecIsAnError() {
        assertThatThrownBy(() -> MovieWriter.create(folder.resolve("clip.mp4"), spec("prores422hq")))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining("clip.mp4");
        assertThatThrownBy(() -> MovieWriter.create(folder.resolve("clip.avi"), spec("h264")))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining(".mov or .mp4");
    }

    @Test
    void aWriterClosedBeforeItIsFinishedLeavesNoFile() throws IOException {
        Path file = folder.resolve("clip.mov");
        try (MovieWriter writer = MovieWriter.create(file, spec("prores422hq"))) {
            MoviePicture picture = TestMovie.borrow(writer);
            TestMovie.fill(picture, true, 500, 500, 500);
            writer.write(picture);
            assertThat(file).exists();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aFullDiskIsTheDisksAffair() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full.mov"), Path.of("/dev/full"));
        assertThatThrownBy(() -> TestMovie.write(full, spec("prores422hq"), 20))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("No space left on device");
        assertThatThrownBy(() -> TestMovie.write(folder.resolve("none/clip.mov"), spec("prores422hq"), 1))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aPictureIsGivenBackOnce() throws IOException {
        try (MovieWriter writer = MovieWriter.create(folder.resolve("clip.mov"), spec("prores422hq"))) {
            MoviePicture picture = TestMovie.borrow(writer);
            writer.giveBack(picture);
            assertThatThrownBy(() -> writer.giveBack(picture)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> picture.plane(0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @Timeout(20)
    void borrowersWaitForAPictureAndAreWokenByTheEnd() throws Exception {
        CompletableFuture<MoviePicture> waiting;
        try (MovieWriter writer = MovieWriter.create(folder.resolve("clip.mov"), spec("prores422hq"))) {
            for (int i = 0; i < MovieWriter.PICTURES; i++) {
                TestMovie.borrow(writer);
            }
            waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return TestMovie.borrow(writer);
                } catch (IOException e) {
                    throw new IllegalArgumentException(e);
                }
            });
            Thread.sleep(100);
            assertThat(waiting).isNotDone();
        }
        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }
}
