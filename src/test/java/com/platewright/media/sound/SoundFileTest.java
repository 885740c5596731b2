// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import static com.platewright.oracle.Oracle.ffmpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.MediaException;
import com.platewright.media.SoundFacts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"wav,pcm_s24le,24", "aiff,pcm_s24be,24", "flac,flac,24", "wav,pcm_s16le,16", "mov,pcm_s24le,24"})
    void integerSamplesAreReadExactly(String suffix, String codec, int bits) throws IOException {
        Path file = noise("noise." + suffix, codec, 2, 4801);
        byte[] oracle = ffmpeg("-i", file.toString(), "-f", "s32le", "-");
        Sound sound = SoundFile.read(file);
        assertThat(sound.samples()).isEqualTo(4801);
        assertThat(sound.channels()).isEqualTo(2);
        ByteBuffer expected = ByteBuffer.wrap(oracle).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 4801; i++) {
            for (int c = 0; c < 2; c++) {
                assertThat((int) (sound.sample(i, c) * 0x1p31)).isEqualTo(expected.getInt());
            }
        }
        assertThat(SoundProbe.probe(file).bits()).isEqualTo(bits);
    }

    @ParameterizedTest
    @CsvSource({"wav,pcm_f32le,6", "wav,pcm_u8,1", "flac,flac,6", "mp3,libmp3lame,2", "m4a,aac,6", "ogg,libopus,2"})
    void everyChannelAndSampleIsCounted(String suffix, String codec, int channels) throws IOException {
        Path file = noise("noise." + suffix, codec, channels, 48000);
        SoundFacts facts = SoundProbe.probe(file);
        assertThat(facts.samples()).isEqualTo(48000);
        assertThat(facts.channels()).isEqualTo(channels);
        assertThat(facts.sampleRate()).isEqualTo(48000);
        assertThat(facts.peak()).isBetween(0.2, 1.5);
    }

    @Test
    void theFirstSoundStreamOfAMovieIsRead() throws IOException {
        Path movie = folder.resolve("clip.mov");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=64x64:rate=24:duration=0.5",
                "-f",
                "lavfi",
                "-i",
                "anoisesrc=r=48000:d=0.5:a=0.5",
                "-c:v",
                "libx264",
                "-c:a",
                "pcm_s16le",
                "-metadata:s:a:0",
                "language=fra",
                movie.toString());
        SoundFacts facts = SoundProbe.probe(movie);
        assertThat(facts.samples()).isEqualTo(24000);
        assertThat(facts.language()).isEqualTo("fra");
    }

    @ParameterizedTest
    @CsvSource({
        "wav,pcm_s24le",
        "wav,pcm_s16le",
        "aiff,pcm_s16be",
        "flac,flac",
        "m4a,aac",
        "w64,pcm_s16le",
        "caf,pcm_s16le"
    })
    void aFileCutAnywhereIsSaidToBeDamaged(String suffix, String codec) throws IOException {
        byte[] whole = Files.readAllBytes(noise("whole." + suffix, codec, 2, 24000));
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            // A chunk that pads or describes may stand after the samples; cut before it.
            int length = i == 0 ? 0 : random.nextInt((int) (whole.length * 0.97));
            Path cut = Files.write(folder.resolve("cut." + suffix), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SoundFile.read(cut))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("cut." + suffix);
        }
    }

    @Test
    void aWaveCutAtASampleIsToldInSamples() throws IOException {
        byte[] whole = Files.readAllBytes(noise("whole.wav", "pcm_s16le", 1, 48000));
        int header = whole.length - 96000;
        Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, header + 4096));
        assertThatThrownBy(() -> SoundFile.read(cut))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("claims 48000 samples, 2048 are there");
    }

    @Test
    void aWaveFromAPipeHasNoLengthAndIsRead() throws IOException {
        Path file = folder.resolve("piped.wav");
        Files.write(file, ffmpeg("-f", "lavfi", "-i", "anoisesrc=r=48000:d=0.25", "-f", "wav", "-"));
        assertThat(SoundFile.read(file).samples()).isEqualTo(12000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"picture.png", "silent.mov", "notes.txt", "nothing.wav"})
    void aFileWithoutSoundSaysSo(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith(".txt")) {
            Files.writeString(file, "mix notes");
        } else if (name.endsWith(".wav")) {
            Files.write(file, ffmpeg("-f", "lavfi", "-i", "anoisesrc=d=0.1", "-t", "0", "-f", "wav", "-"));
        } else {
            ffmpeg("-f", "lavfi", "-i", "testsrc=size=64x64:rate=24", "-frames:v", "1", file.toString());
        }
        assertThatThrownBy(() -> SoundFile.read(file))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining(name);
    }

    @Test
    void aMissingFileIsTheDisksAffair() {
        assertThatThrownBy(() -> SoundFile.read(folder.resolve("none.wav"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void namesWithColonsAndPercentAreNames() throws IOException {
        Path file = noise("mix: 100%03d.wav", "pcm_s16le", 1, 480);
        assertThat(SoundFile.read(file).samples()).isEqualTo(480);
    }

    private Path noise(String name, String codec, int channels, int samples) throws IOException {
        Path file = folder.resolve(name);
        String layout = channels == 6 ? "5.1" : channels == 2 ? "stereo" : "mono";
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "anoisesrc=r=48000:seed=5:a=0.9:d=2",
                "-af",
                "aformat=sample_fmts=s32|dbl,aformat=channel_layouts=" + layout + ",atrim=end_sample=" + samples,
                "-c:a",
                codec,
                "-sample_fmt",
                sampleFormat(codec),
                file.toString());
        return file;
    }

    private static String sampleFormat(String codec) {
        return switch (codec) {
            case "pcm_s16le", "pcm_s16be" -> "s16";
            case "pcm_s24le", "pcm_s24be", "flac" -> "s32";
            case "pcm_u8" -> "u8";
            case "libmp3lame", "aac" -> "fltp";
            default -> "flt";
        };
    }
}
