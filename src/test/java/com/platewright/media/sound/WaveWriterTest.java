// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import static com.platewright.oracle.Oracle.ffmpeg;
import static com.platewright.oracle.Oracle.ffprobe;
import static com.platewright.oracle.Oracle.mediainfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveWriterTest {
    private static final BroadcastExtension MIDNIGHT = new BroadcastExtension("", "Platewright", 0);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5001", "2, 4800", "6, 3333", "3, 7"})
    void samplesAreWrittenAsTwentyFourBits(int channels, int samples) throws IOException {
        int[] values = new Random(3)
                .ints((long) channels * samples, -(1 << 23), 1 << 23)
                .toArray();
        Path file = folder.resolve("out.wav");
        WaveWriter.write(file, sound(channels, values), MIDNIGHT);
        ByteBuffer oracle = ByteBuffer.wrap(ffmpeg("-i", file.toString(), "-f", "s32le", "-"))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(oracle.remaining()).isEqualTo(4 * values.length);
        for (int value : values) {
            assertThat(oracle.getInt()).isEqualTo(value << 8);
        }
        assertThat(ffprobe(
                        "-show_entries",
                        "stream=codec_name,sample_rate,channels,bits_per_raw_sample",
                        "-of",
                        "csv=p=0",
                        file.toString()))
                .isEqualTo("pcm_s24le,48000," + channels + ",24");
    }

    @ParameterizedTest
    @CsvSource({"24, 172800000", "24000/1001, 172972800", "25, 172800000"})
    void theTimeReferenceCountsFromMidnight(String rate, long samples) throws IOException {
        Path file = folder.resolve("out.wav");
        BroadcastExtension extension = BroadcastExtension.at(
                TimeCode.parse("01:00:00:00"), FrameRate.parse(rate), 48000, "sq010/sh0010 größe", "Platewright");
        WaveWriter.write(file, Sound.silence(48000, 2, 480), extension);
        assertThat(ffprobe("-show_entries", "format_tags", "-of", "default=nk=0:nw=1", file.toString()))
                .contains("time_reference=" + samples)
                .contains("comment=sq010/sh0010 gr__e")
                .contains("encoded_by=Platewright");
        assertThat(mediainfo("--Output=Audio;%Delay%", file.toString())).startsWith(samples / 48 + ".000");
    }

    @Test
    void theSameSoundGivesTheSameBytes() throws IOException {
        Sound sound = sound(2, new Random(4).ints(9600, -(1 << 23), 1 << 23).toArray());
        WaveWriter.write(folder.resolve("a.wav"), sound, MIDNIGHT);
        WaveWriter.write(folder.resolve("b.wav"), sound, MIDNIGHT);
        assertThat(folder.resolve("a.wav")).hasSameBinaryContentAs(folder.resolve("b.wav"));
    }

    @Test
    void aFullDiskIsTheDisksAffair() throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full.wav"), Path.of("/dev/full"));
        assertThatThrownBy(() -> WaveWriter.write(full, Sound.silence(48000, 2, 480_000), MIDNIGHT))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("No space left on device");
    }

    @Test
    void aFolderThatIsNotThereIsTheDisksAffair() {
        assertThatThrownBy(() -> WaveWriter.write(folder.resolve("none/a.wav"), Sound.silence(48000, 1, 1), MIDNIGHT))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static Sound sound(int channels, int[] values) {
        float[] samples = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            samples[i] = values[i] / 0x1p23f;
        }
        return Sound.of(48000, channels, samples);
    }
}
