// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import static com.platewright.media.movie.TestMovie.coding;
import static com.platewright.media.movie.TestMovie.spec;
import static com.platewright.oracle.Oracle.ffmpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.platewright.media.ColourTags;
import com.platewright.media.MediaException;
import com.platewright.media.MovieFacts;
import com.platewright.media.MovieFacts.Levels;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovieProbeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // A QuickTime colr has no place for the range (DNxHR brings an atom of its own that has); a DNxHR header has
        // one for the matrix alone.
        "prores4444, mov, bt709/bt709/bt709/unknown, bt709/bt709/bt709/tv",
        "prores422hq, mov, bt709/bt709/bt709/unknown, bt709/bt709/bt709/tv",
        "dnxhr, mov, bt709/bt709/bt709/tv, unknown/unknown/bt709/unknown",
        "h264, mov, bt709/bt709/bt709/unknown, bt709/bt709/bt709/tv",
        "h264, mp4, bt709/bt709/bt709/tv, bt709/bt709/bt709/tv",
        "hevc, mp4, bt2020/smpte2084/bt2020nc/tv, bt2020/smpte2084/bt2020nc/tv"
    })
    void containerAndStreamAreAskedApart(String coding, String suffix, String container, String stream)
            throws IOException {
        Path file = folder.resolve("clip." + suffix);
        TestMovie.write(file, spec(coding), 4);
        MovieFacts facts = MovieProbe.probe(file);
        assertThat(facts.containerTags()).hasToString(container);
        assertThat(facts.streamTags()).hasToString(stream);
        assertThat(facts.frames()).isEqualTo(4);
        assertThat(facts.size()).isEqualTo(TestMovie.SIZE);
        assertThat(facts.start()).contains(TestMovie.START);
        assertThat(facts.sound()).isEmpty();
        assertThat(facts.container()).isEqualTo("mov");
    }

    @Test
    void aContainerThatContradictsItsStreamIsSeen() throws IOException {
        Path right = folder.resolve("right.mov");
        TestMovie.write(right, spec("prores422hq"), 3);
        byte[] bytes = Files.readAllBytes(right);
        int colr = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("colrnclc");
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.BIG_ENDIAN)
                .putShort(colr + 8, (short) 9)
                .putShort(colr + 10, (short) 16);
        MovieFacts facts = MovieProbe.probe(Files.write(folder.resolve("wrong.mov"), bytes));
        assertThat(facts.containerTags()).isEqualTo(new ColourTags("bt2020", "smpte2084", "bt709", "unknown"));
        assertThat(facts.streamTags()).isEqualTo(ColourTags.REC709);
    }

    @Test
    void aStreamThatContradictsItsContainerIsSeen() throws IOException {
        Path right = folder.resolve("right.mp4");
        TestMovie.write(right, spec("h264"), 3);
        Path wrong = folder.resolve("wrong.mp4");
        ffmpeg(
                "-i",
                right.toString(),
                "-c",
                "copy",
                "-bsf:v",
                "h264_metadata=colour_primaries=9:transfer_characteristics=18:matrix_coefficients=9:video_full_range_flag=1",
                wrong.toString());
        MovieFacts facts = MovieProbe.probe(wrong);
        assertThat(facts.streamTags()).isEqualTo(new ColourTags("bt2020", "arib-std-b67", "bt2020nc", "pc"));
        assertThat(facts.containerTags().primaries()).isEqualTo("bt709");
    }

    @Test
    void anUntaggedMovieIsUnknown() throws IOException {
        Path file = folder.resolve("plain.mp4");
        ffmpeg("-f", "lavfi", "-i", "testsrc=size=128x64:rate=24:duration=0.2", "-pix_fmt", "yuv420p", file.toString());
        MovieFacts facts = MovieProbe.probe(file);
        assertThat(facts.containerTags()).isEqualTo(new ColourTags("unknown", "unknown", "unknown", "unknown"));
        assertThat(facts.streamTags().primaries()).isEqualTo("unknown");
        assertThat(facts.start()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"yuv422p10le, 10, 64, 940, 960", "yuv420p, 8, 16, 235, 240"})
    void levelsAreThoseThatWereWritten(String format, int bits, int low, int high, int chromaHigh) throws IOException {
        Path file = folder.resolve("levels.mov");
        boolean deep = bits > 8;
        // Lossless, so that what is read is what was written.
        String encoder = deep ? "ffv1" : "libx264";
        PictureCoding coding =
                new PictureCoding(encoder, format, deep ? Map.of() : Map.of("qp", "0"), ColourTags.REC709, 1);
        MovieSpec asked = spec(coding, FrameRate.FILM);
        try (MovieWriter writer = MovieWriter.create(file, asked)) {
            int[][] frames = {
                {low, low, chromaHigh}, {high, chromaHigh, low}, {low - 1, low, low}, {high, chromaHigh + 1, low}
            };
            for (int[] values : frames) {
                MoviePicture picture = TestMovie.borrow(writer);
                TestMovie.fill(picture, deep, values);
                writer.write(picture);
            }
            writer.finish();
        }
        Levels levels = MovieProbe.probe(file).levels();
        double pixels = TestMovie.SIZE.pixels();
        double chroma = deep ? pixels / 2 : pixels / 4;
        assertThat(levels)
                .usingRecursiveComparison()
                .ignoringFields("outside")
                .isEqualTo(new Levels(bits, low - 1, high, low, chromaHigh + 1, 0));
        assertThat(levels.outside()).isEqualTo((pixels + chroma) / (4 * (pixels + 2 * chroma)), within(1e-9));
    }

    @Test
    void oneSampleAnywhereIsFound() throws IOException {
        Path file = folder.resolve("spot.mov");
        PictureCoding coding = new PictureCoding("ffv1", "yuv444p10le", Map.of(), ColourTags.REC709, 1);
        MovieSpec asked =
                new MovieSpec(new Resolution(23, 7), FrameRate.FILM, coding, Optional.empty(), List.of(), Map.of());
        for (int x = 0; x < 23; x++) {
            try (MovieWriter writer = MovieWriter.create(file, asked)) {
                MoviePicture picture = TestMovie.borrow(writer);
                TestMovie.fill(picture, true, 500, 500, 500);
                picture.plane(0).putShort(3 * picture.stride(0) + 2 * x, (short) 1020);
                picture.plane(2).putShort(6 * picture.stride(2) + 2 * x, (short) 3);
                writer.write(picture);
                writer.finish();
            }
            Levels levels = MovieProbe.probe(file, 1).levels();
            assertThat(levels).as("column %d", x).isEqualTo(new Levels(10, 500, 1020, 3, 500, 2.0 / (3 * 23 * 7)));
        }
    }

    @Test
    void inFullRangeEverythingIsLegal() throws IOException {
        Path file = folder.resolve("full.mp4");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "color=white:size=64x64:rate=24:duration=0.2",
                "-vf",
                "scale=out_range=pc,format=yuvj420p",
                "-color_range",
                "pc",
                file.toString());
        MovieFacts facts = MovieProbe.probe(file);
        assertThat(facts.streamTags().range()).isEqualTo("pc");
        assertThat(facts.levels().lumaHighest()).isGreaterThan(250);
        assertThat(facts.levels().outside()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "qtrle, rgb24, 8",
        "png, rgb48be, 12",
        "rawvideo, uyvy422, 8",
        "v210, yuv422p10le, 10",
        "ffv1, gray16le, 12",
        "mjpeg, yuvj420p, 8"
    })
    void formatsThatAreNotPlanarAreMeasuredToo(String codec, String format, int bits) throws IOException {
        Path file = folder.resolve("packed.mov");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=64x64:rate=24:duration=0.2",
                "-vf",
                "format=" + format,
                "-pix_fmt",
                format,
                "-c:v",
                codec,
                file.toString());
        boolean deep = format.contains("16") || format.contains("48") || format.contains("10");
        // Luma, or all of RGB.
        String component = format.startsWith("rgb") ? format.replace("be", "le") : deep ? "gray16le" : "gray";
        ByteBuffer oracle = ByteBuffer.wrap(ffmpeg(
                        "-i",
                        file.toString(),
                        "-vf",
                        format.startsWith("rgb") ? "null" : "extractplanes=y",
                        "-f",
                        "rawvideo",
                        "-pix_fmt",
                        component,
                        "-"))
                .order(ByteOrder.LITTLE_ENDIAN);
        int highest = 0;
        while (oracle.hasRemaining()) {
            highest = Math.max(highest, deep ? oracle.getShort() & 0xffff : oracle.get() & 0xff);
        }
        Levels levels = MovieProbe.probe(file).levels();
        assertThat(levels.bits()).isEqualTo(bits);
        assertThat(levels.lumaHighest()).isCloseTo(deep ? highest >> (16 - bits) : highest, within(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.mov", "empty.mp4", "sound.wav"})
    void whatIsNoMovieSaysSo(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith(".wav")) {
            ffmpeg("-f", "lavfi", "-i", "anoisesrc=d=0.1", file.toString());
        } else {
            Files.writeString(file, name.startsWith("empty") ? "" : "this is no movie");
        }
        assertThatThrownBy(() -> MovieProbe.probe(file))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining(name);
    }

    @Test
    void threadsDoNotChangeWhatIsFound() throws IOException {
        Path file = folder.resolve("clip.mp4");
        TestMovie.write(file, spec(coding("hevc"), FrameRate.FILM), 30);
        assertThat(MovieProbe.probe(file, 1)).isEqualTo(MovieProbe.probe(file, 4));
    }
}
