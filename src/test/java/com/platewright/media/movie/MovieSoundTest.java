// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import static com.platewright.media.movie.TestMovie.coding;
import static com.platewright.media.movie.TestMovie.sound;
import static com.platewright.media.movie.TestMovie.spec;
import static com.platewright.oracle.Oracle.ffmpeg;
import static com.platewright.oracle.Oracle.ffprobe;
import static com.platewright.oracle.Oracle.mediainfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.platewright.media.SoundFacts;
import com.platewright.media.sound.Sound;
import com.platewright.media.sound.SoundFile;
import com.platewright.shot.FrameRate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieSoundTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 24, 24, 48000", "2, 24, 24, 48000", "6, 24, 24, 48000", "2, 24000/1001, 7, 14014", "2, 24, 5, 9973"
    })
    void pcmComesBackBitForBit(int channels, String rate, int frames, int samples) throws IOException {
        Sound sound = sound(channels, samples);
        Path file = folder.resolve("clip.mov");
        SoundTrack track = new SoundTrack(sound, "pcm_s24le", 0, "eng", "mix");
        TestMovie.write(file, spec(coding("prores422hq"), FrameRate.parse(rate), track), frames);
        SoundFacts facts = MovieProbe.probe(file).sound().get(0);
        assertThat(facts).isEqualTo(new SoundFacts("pcm_s24le", 48000, channels, 24, samples, "eng", facts.peak()));
        assertThat(facts.peak()).isEqualTo(0.5, within(0.001));
        ByteBuffer oracle = ByteBuffer.wrap(ffmpeg("-i", file.toString(), "-map", "0:a", "-f", "s32le", "-"))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(oracle.remaining()).isEqualTo(4 * channels * samples);
        for (int i = 0; i < samples; i++) {
            for (int c = 0; c < channels; c++) {
                assertThat(oracle.getInt()).isEqualTo((int) (sound.sample(i, c) * 0x1p31));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 24, 24, 48000, mp4",
        "2, 24, 24, 48000, mp4",
        "6, 24, 12, 24000, mp4",
        "2, 24000/1001, 7, 14014, mp4",
        "2, 24, 5, 9973, mp4",
        "2, 24, 5, 1, mp4",
        "2, 24, 5, 1023, mov",
        "2, 24, 5, 1024, mp4",
        "2, 30000/1001, 5, 8008, mp4"
    })
    void anAacTrackHasTheSamplesItWasMadeFrom(int channels, String rate, int frames, int samples, String suffix)
            throws IOException {
        Path file = folder.resolve("clip." + suffix);
        SoundTrack track = new SoundTrack(sound(channels, samples), "aac", 192000, "eng", "");
        TestMovie.write(file, spec(coding("h264"), FrameRate.parse(rate), track), frames);
        SoundFacts facts = MovieProbe.probe(file).sound().get(0);
        assertThat(facts.samples()).isEqualTo(samples);
        assertThat(facts.codec()).isEqualTo("aac");
        assertThat(facts.channels()).isEqualTo(channels);
        assertThat(facts.bits()).isZero();
        assertThat(ffprobe(
                        "-select_streams",
                        "a",
                        "-show_entries",
                        "stream=duration_ts,start_time",
                        "-of",
                        "csv=p=0",
                        file.toString()))
                .isEqualTo("0.000000," + samples);
    }

    @Test
    void anAacTrackStandsInPlace() throws IOException {
        Sound sound = sound(1, 48000);
        Path file = folder.resolve("clip.mp4");
        TestMovie.write(
                file, spec(coding("h264"), FrameRate.FILM, new SoundTrack(sound, "aac", 256000, "eng", "")), 24);
        Sound back = SoundFile.read(file);
        double difference = 0;
        for (int i = 2000; i < 46000; i++) {
            difference = Math.max(difference, Math.abs(back.sample(i, 0) - sound.sample(i, 0)));
        }
        // A sample's shift of this tone would make 0.014.
        assertThat(difference).isLessThan(0.01);
    }

    @Test
    void twoTracksKeepTheirOrderLanguageAndTitle() throws IOException {
        Path file = folder.resolve("clip.mov");
        TestMovie.write(
                file,
                spec(
                        coding("prores422hq"),
                        FrameRate.FILM,
                        new SoundTrack(sound(2, 24000), "pcm_s24le", 0, "eng", "Mix"),
                        new SoundTrack(sound(1, 24000), "pcm_s16le", 0, "fra", "Größe")),
                12);
        List<SoundFacts> facts = MovieProbe.probe(file).sound();
        assertThat(facts).extracting(SoundFacts::language).containsExactly("eng", "fra");
        assertThat(facts).extracting(SoundFacts::bits).containsExactly(24, 16);
        assertThat(facts).extracting(SoundFacts::samples).containsExactly(24000L, 24000L);
        assertThat(mediainfo("--Output=Audio;%Language/String3%:%Channel(s)%:%Title%|", file.toString()))
                .isEqualTo("eng:2:Mix|fra:1:Größe|");
    }

    @Test
    void soundLiesBesideItsPictures() throws IOException {
        Path file = folder.resolve("clip.mov");
        SoundTrack track = new SoundTrack(sound(2, 120 * 2000), "pcm_s24le", 0, "eng", "");
        TestMovie.write(file, spec(coding("prores422hq"), FrameRate.FILM, track), 120);
        double[] last = {0, 0};
        double apart = 0;
        for (String line : ffprobe("-show_entries", "packet=codec_type,pts_time,pos", "-of", "csv=p=0", file.toString())
                .lines()
                .toList()) {
            List<String> fields = List.of(line.split(",", -1));
            int kind = fields.get(0).equals("video") ? 0 : 1;
            last[kind] = Double.parseDouble(fields.get(1));
            apart = Math.max(apart, Math.abs(last[0] - last[1]));
        }
        assertThat(apart).as("seconds between neighbours in the file").isLessThan(1.1);
    }

    @Test
    void soundMayEndBeforeOrAfterThePictures() throws IOException {
        Path file = folder.resolve("clip.mov");
        TestMovie.write(
                file,
                spec(
                        coding("prores422hq"),
                        FrameRate.FILM,
                        new SoundTrack(sound(1, 3000), "pcm_s24le", 0, "eng", ""),
                        new SoundTrack(sound(1, 90000), "pcm_s24le", 0, "und", "")),
                12);
        assertThat(MovieProbe.probe(file).sound())
                .extracting(SoundFacts::samples)
                .containsExactly(3000L, 90000L);
    }
}
