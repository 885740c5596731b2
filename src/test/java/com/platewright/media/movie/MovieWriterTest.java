// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import static com.platewright.media.movie.TestMovie.coding;
import static com.platewright.media.movie.TestMovie.spec;
import static com.platewright.oracle.Oracle.ffprobe;
import static com.platewright.oracle.Oracle.mediainfo;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.MovieFacts;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "prores4444, mov, prores, ap4h, 4444, yuv444p12le, bt709, bt709, bt709",
        "prores422hq, mov, prores, apch, HQ, yuv422p10le, bt709, bt709, bt709",
        "h264, mp4, h264, avc1, High, yuv420p, bt709, bt709, bt709",
        "hevc, mp4, hevc, hvc1, Main 10, yuv420p10le, bt2020, smpte2084, bt2020nc",
        "dnxhr, mov, dnxhd, AVdh, DNXHR HQX, yuv422p10le, bt709, bt709, bt709"
    })
    void whatWasAskedIsWhatOthersRead(
            String coding,
            String suffix,
            String codec,
            String tag,
            String profile,
            String format,
            String primaries,
            String transfer,
            String matrix)
            throws IOException {
        Path file = folder.resolve("clip." + suffix);
        TestMovie.write(file, spec(coding), 12);
        String probed = ffprobe(
                "-count_frames",
                "-select_streams",
                "v",
                "-show_entries",
                "stream=codec_name,codec_tag_string,profile,pix_fmt,width,height,r_frame_rate,avg_frame_rate,nb_read_frames,"
                        + "duration,color_range,color_primaries,color_transfer,color_space,start_time",
                "-of",
                "default=nw=1",
                file.toString());
        assertThat(probed.lines())
                .contains("codec_name=" + codec, "codec_tag_string=" + tag, "profile=" + profile, "pix_fmt=" + format)
                .contains("width=256", "height=128", "r_frame_rate=24/1", "avg_frame_rate=24/1")
                .contains("nb_read_frames=12", "duration=0.500000", "start_time=0.000000")
                .contains("color_primaries=" + primaries, "color_transfer=" + transfer, "color_space=" + matrix)
                .contains("color_range=tv");
        assertThat(mediainfo(
                        "--Output=Video;%FrameCount%|%FrameRate%|%colour_description_present_Source%|%TimeCode_FirstFrame%",
                        file.toString()))
                .startsWith("12|24.000|");
        assertThat(mediainfo("--Output=Other;%TimeCode_FirstFrame%", file.toString()))
                .isEqualTo("01:00:00:00");
    }

    @ParameterizedTest
    @CsvSource({"24", "24000/1001", "25", "30000/1001", "60"})
    void theRateIsExact(String rate) throws IOException {
        Path file = folder.resolve("clip.mp4");
        TestMovie.write(file, spec(coding("h264"), FrameRate.parse(rate)), 9);
        MovieFacts facts = MovieProbe.probe(file);
        assertThat(facts.rate()).isEqualTo(FrameRate.parse(rate));
        assertThat(facts.frames()).isEqualTo(9);
        assertThat(facts.start()).contains(TestMovie.START);
        assertThat(ffprobe(
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "stream=avg_frame_rate",
                        "-of",
                        "csv=p=0",
                        file.toString()))
                .isEqualTo(rate.contains("/") ? rate : rate + "/1");
    }

    /** An encoder that reads memory which nobody wrote gives another file each time that there was something else in it. */
    @ParameterizedTest
    @CsvSource({"h264, mp4", "prores4444, mov"})
    void equalPicturesGiveEqualFilesWhateverWasInTheMemory(String coding, String suffix) throws IOException {
        MovieSpec asked = spec(coding);
        MovieSpec medium = new MovieSpec(
                new Resolution(320, 180), asked.rate(), medium(asked.picture()), asked.start(), List.of(), Map.of());
        Path first = folder.resolve("first." + suffix);
        TestMovie.write(first, medium, 6);
        for (int i = 1; i <= 12; i++) {
            leave(37 * i);
            Path again = folder.resolve(i + "." + suffix);
            TestMovie.write(again, medium, 6);
            assertThat(again).hasSameBinaryContentAs(first);
        }
    }

    private static PictureCoding medium(PictureCoding coding) {
        Map<String, String> options = new HashMap<>(coding.options());
        options.replace("preset", "medium");
        return new PictureCoding(coding.encoder(), coding.pixelFormat(), options, coding.tags(), coding.threads());
    }

    /** Fills memory with a byte and gives it back, for whoever comes next. */
    private static void leave(int value) {
        List<BytePointer> blocks = new ArrayList<>();
        for (long size = 1 << 10; size <= 1 << 24; size *= 2) {
            blocks.add(new BytePointer(size).fill(value & 0xff));
        }
        blocks.forEach(BytePointer::deallocate);
    }

    @Test
    void withoutAStartThereIsNoTimeCode() throws IOException {
        Path file = folder.resolve("clip.mov");
        MovieSpec asked = spec("prores422hq");
        TestMovie.write(
                file,
                new MovieSpec(asked.size(), asked.rate(), asked.picture(), Optional.empty(), List.of(), Map.of()),
                3);
        assertThat(MovieProbe.probe(file).start()).isEmpty();
        assertThat(ffprobe("-show_entries", "stream=codec_type", "-of", "csv=p=0", file.toString()))
                .isEqualTo("video");
    }

    @ParameterizedTest
    @CsvSource({"mov", "mp4"})
    void metadataIsKept(String suffix) throws IOException {
        Path file = folder.resolve("clip." + suffix);
        MovieSpec asked = spec("h264");
        Map<String, String> metadata = Map.of("title", "sh0010 größe", "comment", "generated plate");
        TestMovie.write(
                file,
                new MovieSpec(asked.size(), asked.rate(), asked.picture(), asked.start(), List.of(), metadata),
                3);
        assertThat(ffprobe("-show_entries", "format_tags", "-of", "default=nw=1", file.toString())
                        .lines())
                .contains("TAG:title=sh0010 größe", "TAG:comment=generated plate")
                .noneMatch(line -> line.contains("creation_time") || line.contains("encoder"));
        Map<String, String> own = Map.of("title", "sh0010", "com.example.task", "5f1c");
        TestMovie.write(
                file, new MovieSpec(asked.size(), asked.rate(), asked.picture(), asked.start(), List.of(), own), 3);
        assertThat(ffprobe("-show_entries", "format_tags", "-of", "default=nw=1", file.toString())
                        .lines())
                .contains("TAG:title=sh0010", "TAG:com.example.task=5f1c");
        assertThat(MovieProbe.probe(file).start()).contains(TestMovie.START);
    }

    @ParameterizedTest
    @CsvSource({"prores4444, mov", "prores422hq, mov", "h264, mp4", "hevc, mp4", "dnxhr, mov"})
    void theSamePicturesMakeTheSameBytes(String coding, String suffix) throws IOException {
        Path first = folder.resolve("first." + suffix);
        Path second = folder.resolve("second." + suffix);
        SoundTrack track =
                new SoundTrack(TestMovie.sound(2, 40000), suffix.equals("mov") ? "pcm_s24le" : "aac", 0, "eng", "mix");
        TestMovie.write(first, spec(coding(coding), FrameRate.FILM, track), 20);
        TestMovie.write(second, spec(coding(coding), FrameRate.FILM, track), 20);
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(new String(Files.readAllBytes(first), StandardCharsets.ISO_8859_1))
                .doesNotContain("Lavf")
                .doesNotContain(folder.toString());
    }

    @Test
    void anMp4CanBePlayedFromItsBeginning() throws IOException {
        Path file = folder.resolve("clip.mp4");
        TestMovie.write(file, spec("h264"), 3);
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes.indexOf("moov")).isLessThan(bytes.indexOf("mdat"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, prores4444",
        "17, 13, prores4444",
        "255, 127, prores4444",
        "254, 126, h264",
        "322, 182, prores422hq"
    })
    void oddSizesAreWritten(int width, int height, String coding) throws IOException {
        Path file = folder.resolve("odd.mov");
        MovieSpec asked = spec(coding);
        Resolution size = new Resolution(width, height);
        TestMovie.write(
                file, new MovieSpec(size, asked.rate(), asked.picture(), asked.start(), List.of(), Map.of()), 2);
        assertThat(MovieProbe.probe(file).size()).isEqualTo(size);
    }
}
