// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import static com.platewright.media.movie.TestMovie.spec;
import static com.platewright.oracle.Oracle.ffmpeg;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.ColourTags;
import com.platewright.media.RgbPicture;
import com.platewright.shot.FrameRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieReaderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"bt709, 0.2126, 0.0722", "bt2020nc, 0.2627, 0.0593", "smpte170m, 0.299, 0.114"})
    void theMatrixIsTheOneInTheTags(String matrix, double kr, double kb) throws IOException {
        Path file = folder.resolve("colour.mov");
        ColourTags tags = new ColourTags("bt709", "bt709", matrix, "tv");
        PictureCoding coding = new PictureCoding("libx264", "yuv444p", Map.of("qp", "0"), tags, 1);
        int y = 120;
        int cb = 90;
        int cr = 180;
        try (MovieWriter writer = MovieWriter.create(file, spec(coding, FrameRate.FILM))) {
            MoviePicture picture = TestMovie.borrow(writer);
            TestMovie.fill(picture, false, y, cb, cr);
            writer.write(picture);
            writer.finish();
        }
        double luma = (y - 16) / 219.0;
        double red = luma + 2 * (1 - kr) * (cr - 128) / 224.0;
        double blue = luma + 2 * (1 - kb) * (cb - 128) / 224.0;
        double green = (luma - kr * red - kb * blue) / (1 - kr - kb);
        try (MovieReader reader = MovieReader.open(file, 1)) {
            RgbPicture picture = reader.next().orElseThrow();
            int at = picture.index(100, 50);
            double[] expected = {red, green, blue};
            for (int c = 0; c < 3; c++) {
                assertThat(picture.pixels()[at + c] & 0xff)
                        .isBetween((int) Math.floor(255 * expected[c]), (int) Math.ceil(255 * expected[c]));
            }
        }
    }

    @Test
    void picturesComeInTheOrderOfPresentation() throws IOException {
        Path file = folder.resolve("clip.mp4");
        PictureCoding coding = new PictureCoding(
                "libx264", "yuv420p", Map.of("bf", "3", "b_strategy", "0", "crf", "1"), ColourTags.REC709, 2);
        try (MovieWriter writer = MovieWriter.create(file, spec(coding, FrameRate.FILM))) {
            for (int i = 0; i < 30; i++) {
                MoviePicture picture = TestMovie.borrow(writer);
                TestMovie.fill(picture, false, 40 + 5 * i, 128, 128);
                writer.write(picture);
            }
            writer.finish();
        }
        int last = -1;
        int count = 0;
        try (MovieReader reader = MovieReader.open(file, 0)) {
            assertThat(reader.skip()).isTrue();
            for (Optional<RgbPicture> p = reader.next(); p.isPresent(); p = reader.next()) {
                int grey = p.orElseThrow().pixels()[0] & 0xff;
                assertThat(grey).isGreaterThan(last);
                last = grey;
                count++;
            }
            assertThat(reader.skip()).isFalse();
        }
        assertThat(count).isEqualTo(29);
    }

    @Test
    void rgbMoviesPassUnchanged() throws IOException {
        Path file = folder.resolve("rgb.mov");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=61x33:rate=24:duration=0.2",
                "-pix_fmt",
                "rgb24",
                "-c:v",
                "png",
                file.toString());
        byte[] oracle = ffmpeg("-i", file.toString(), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-");
        try (MovieReader reader = MovieReader.open(file, 1)) {
            assertThat(reader.next().orElseThrow().pixels()).isEqualTo(oracle);
        }
    }
}
