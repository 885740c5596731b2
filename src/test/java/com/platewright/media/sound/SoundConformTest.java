// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import static com.platewright.oracle.Oracle.ffmpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundConformTest {
    private static final int RATE = 48000;

    @TempDir
    Path folder;

    @Test
    void aSoundThatFitsPassesBitForBit() throws IOException {
        Path file = noise(RATE, 2, 10007);
        Sound source = SoundFile.read(file);
        ConformedSound result = SoundConform.conform(file, new SoundTarget(RATE, 10007, 0));
        assertSame(result.sound(), 0, source, 0, 10007);
        assertThat(result.conformed()).isEqualTo(new Conformed(RATE, RATE, 10007, 0, 0, 0, 0, 0, 0));
        assertThat(result.conformed().resampled()).isFalse();
        assertThat(result.source().samples()).isEqualTo(10007);
    }

    @ParameterizedTest
    @CsvSource({
        // seconds, target, leading, cut, trimmed, padded
        "0, 12000, 0, 0, 0, 2000",
        "0, 9999, 0, 0, 1, 0",
        "0.05, 20000, 2400, 0, 0, 7600",
        "0.05, 5000, 2400, 0, 7400, 0",
        "-0.05, 5000, 0, 2400, 2600, 0",
        "-0.05, 20000, 0, 2400, 0, 12400",
        "0.00001, 10000, 0, 0, 0, 0",
        "0.0000157, 10000, 1, 0, 1, 0",
        "-0.0000157, 10000, 0, 1, 0, 1",
        "1, 10000, 10000, 0, 10000, 0",
        "-1, 10000, 0, 10000, 0, 10000"
    })
    void theSoundStandsWhereItWasAsked(double offset, int samples, int leading, int cut, int trimmed, int padded)
            throws IOException {
        Path file = noise(RATE, 1, 10000);
        Sound source = SoundFile.read(file);
        ConformedSound result = SoundConform.conform(file, new SoundTarget(RATE, samples, offset));
        long asked = Math.round(offset * RATE);
        assertThat(result.conformed())
                .isEqualTo(new Conformed(RATE, RATE, 10000, asked, leading, cut, trimmed, padded, 0));
        assertThat(result.sound().samples()).isEqualTo(samples);
        Sound sound = result.sound();
        assertSame(sound, 0, Sound.silence(RATE, 1, leading), 0, leading);
        assertSame(sound, leading, source, cut, 10000 - cut - trimmed);
        assertSame(sound, samples - padded, Sound.silence(RATE, 1, padded), 0, padded);
    }

    @ParameterizedTest
    @ValueSource(ints = {44100, 96000, 32000})
    void aToneThatIsResampledStaysPureAndInPlace(int fromRate) throws IOException {
        Path file = folder.resolve("tone.wav");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.5*sin(2*PI*1000*t):s=" + fromRate + ":d=1",
                "-c:a",
                "pcm_f32le",
                file.toString());
        Sound sound = SoundConform.conform(file, new SoundTarget(RATE, RATE, 0)).sound();
        double noise = 0;
        double tone = 0;
        // The edges ring, as any cut-off tone does.
        for (int i = 1000; i < RATE - 1000; i++) {
            double ideal = 0.5 * Math.sin(2 * Math.PI * 1000 * i / RATE);
            noise += Math.pow(sound.sample(i, 0) - ideal, 2);
            tone += ideal * ideal;
        }
        assertThat(10 * Math.log10(noise / tone)).as("residual in dB").isLessThan(-130);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 1, 1",
        "44100, 44100, 48000",
        "44100, 44101, 48001",
        "44100, 11025, 12000",
        "44100, 1000, 1088",
        "96000, 9999, 5000",
        "22050, 777, 1691",
        "32000, 31999, 47999",
        "47952, 47952, 48000"
    })
    void aResampledSoundHasTheLengthOfItsTime(int fromRate, int samples, int held) throws IOException {
        Path file = noise(fromRate, 2, samples);
        ConformedSound result = SoundConform.conform(file, new SoundTarget(RATE, held + 100, 0));
        assertThat(result.conformed())
                .isEqualTo(new Conformed(
                        fromRate,
                        RATE,
                        held,
                        0,
                        0,
                        0,
                        0,
                        100,
                        result.conformed().clipped()));
        assertThat(result.conformed().resampled()).isTrue();
        assertSame(result.sound(), held, Sound.silence(RATE, 2, 100), 0, 100);
        if (held > 500) {
            // Sound goes on to the last sample but one.
            double tail = 0;
            for (int i = held - 9; i < held - 1; i++) {
                tail += Math.abs(result.sound().sample(i, 0));
            }
            assertThat(tail).isGreaterThan(0.01);
        }
    }

    @Test
    void sixChannelsKeepTheirOrder() throws IOException {
        Path file = folder.resolve("stems.wav");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=0.1|0.2|0.3|0.4|0.5|0.6:c=5.1:s=44100:d=0.5",
                "-c:a",
                "pcm_s24le",
                file.toString());
        Sound sound =
                SoundConform.conform(file, new SoundTarget(RATE, 24000, 0)).sound();
        assertThat(sound.channels()).isEqualTo(6);
        for (int c = 0; c < 6; c++) {
            assertThat((double) sound.sample(12000, c)).isEqualTo(0.1 * (c + 1), within(1e-4));
        }
    }

    @Test
    void whatIsBeyondFullScaleIsLimitedAndCounted() throws IOException {
        Path file = folder.resolve("hot.wav");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=if(between(n\\,100\\,109)\\,1.5\\,if(eq(n\\,200)\\,-2\\,0.25)):s=48000:d=0.1",
                "-c:a",
                "pcm_f32le",
                file.toString());
        ConformedSound result = SoundConform.conform(file, new SoundTarget(RATE, 4800, 0));
        assertThat(result.conformed().clipped()).isEqualTo(11);
        assertThat(result.source().peak()).isEqualTo(2.0);
        assertThat(result.sound().sample(100, 0)).isEqualTo(8388607f / 8388608f);
        assertThat(result.sound().sample(200, 0)).isEqualTo(-1f);
    }

    private static void assertSame(Sound found, int at, Sound expected, int from, int count) {
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < found.channels(); c++) {
                if (found.sample(at + i, c) != expected.sample(from + i, c)) {
                    assertThat(found.sample(at + i, c)).as("sample %d", at + i).isEqualTo(expected.sample(from + i, c));
                }
            }
        }
    }

    private Path noise(int rate, int channels, int samples) throws IOException {
        Path file = folder.resolve("noise.wav");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "anoisesrc=r=" + rate + ":seed=11:a=0.7:d=2",
                "-af",
                "aformat=channel_layouts=" + (channels == 2 ? "stereo" : "mono") + ",atrim=end_sample=" + samples,
                "-c:a",
                "pcm_s24le",
                file.toString());
        return file;
    }
}
