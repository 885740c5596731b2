// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import static com.platewright.oracle.Oracle.ffmpeg;
import static com.platewright.oracle.Oracle.ffprobe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.platewright.media.MediaException;
import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StillTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.png, rgb24", "a.png, rgba", "a.png, gray", "a.png, pal8", "a.tif, rgb24", "a.bmp, bgr24"})
    void eightBitStillsAreReadExactly(String name, String format) throws IOException {
        Path file = made(name, format);
        byte[] oracle = ffmpeg("-i", file.toString(), "-f", "rawvideo", "-pix_fmt", "rgb24", "-");
        Still still = StillReader.read(file);
        assertThat(still.size()).isEqualTo(new Resolution(67, 35));
        assertThat(still.bits()).isEqualTo(8);
        assertThat(still.picture().pixels()).isEqualTo(oracle);
    }

    @Test
    void aPercentInANameIsNoPattern() throws IOException {
        Path file = Files.copy(made("a.png", "rgb24"), folder.resolve("beat%02d.png"));
        assertThat(StillReader.read(file).size()).isEqualTo(new Resolution(67, 35));
    }

    @ParameterizedTest
    @CsvSource({"a.png, rgb48be", "a.png, rgba64be", "a.tif, rgb48le"})
    void sixteenBitStillsAreReadExactly(String name, String format) throws IOException {
        Path file = made(name, format);
        ByteBuffer oracle = ByteBuffer.wrap(ffmpeg("-i", file.toString(), "-f", "rawvideo", "-pix_fmt", "rgb48le", "-"))
                .order(ByteOrder.LITTLE_ENDIAN);
        Still still = StillReader.read(file);
        assertThat(still.bits()).isEqualTo(16);
        for (float value : still.rgb()) {
            assertThat(Math.round(value * 65535)).isEqualTo(oracle.getShort() & 0xffff);
        }
    }

    @ParameterizedTest
    @CsvSource({"a.jpg, yuvj444p, 2", "a.jpg, yuvj420p, 2", "a.webp, yuv420p, 8"})
    void codedStillsLookLikeTheirOriginal(String name, String format, int most) throws IOException {
        Path file = folder.resolve(name);
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "color=0xc06030:size=64x48",
                "-frames:v",
                "1",
                "-pix_fmt",
                format,
                "-q:v",
                "2",
                file.toString());
        byte[] pixels = StillReader.read(file).picture().pixels();
        int at = 3 * (20 * 64 + 30);
        assertThat(pixels[at] & 0xff).isCloseTo(0xc0, within(most));
        assertThat(pixels[at + 1] & 0xff).isCloseTo(0x60, within(most));
        assertThat(pixels[at + 2] & 0xff).isCloseTo(0x30, within(most));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif", "a.webp"})
    void aStillThatIsCutIsSaidToBeDamaged(String name) throws IOException {
        byte[] whole = Files.readAllBytes(
                made(name, name.endsWith("jpg") ? "yuvj420p" : name.endsWith("webp") ? "yuv420p" : "rgb24"));
        for (int tenths = 0; tenths < 10; tenths++) {
            Path cut = Files.write(folder.resolve("cut" + name), Arrays.copyOf(whole, whole.length * tenths / 10));
            assertThatThrownBy(() -> StillReader.read(cut))
                    .as("%d tenths", tenths)
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("cut" + name);
        }
    }

    @Test
    void whatIsNoStillSaysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.png"), "storyboard");
        assertThatThrownBy(() -> StillReader.read(text))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("notes.png");
        assertThatThrownBy(() -> StillReader.read(folder.resolve("none.png"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aPngComesBackAsItWas() throws IOException {
        RgbPicture picture = gradient();
        Path file = folder.resolve("out.png");
        StillWriter.png(file, picture);
        assertThat(ffmpeg("-i", file.toString(), "-f", "rawvideo", "-pix_fmt", "rgb24", "-"))
                .isEqualTo(picture.pixels());
        assertThat(StillReader.read(file).picture().pixels()).isEqualTo(picture.pixels());
    }

    @Test
    void aJpegKeepsItsColourSharpAndItsLook() throws IOException {
        RgbPicture picture = gradient();
        Path file = folder.resolve("out.jpg");
        StillWriter.jpeg(file, picture, 0.95);
        assertThat(ffprobe(
                        "-show_entries", "stream=codec_name,pix_fmt,width,height", "-of", "csv=p=0", file.toString()))
                .isEqualTo("mjpeg,200,100,yuvj444p");
        byte[] back = StillReader.read(file).picture().pixels();
        double square = 0;
        for (int i = 0; i < back.length; i++) {
            square += Math.pow((back[i] & 0xff) - (picture.pixels()[i] & 0xff), 2);
        }
        assertThat(Math.sqrt(square / back.length)).as("error in code values").isLessThan(2.5);
    }

    @Test
    void theSamePictureMakesTheSameBytes() throws IOException {
        for (String name : new String[] {"a.jpg", "b.jpg"}) {
            StillWriter.jpeg(folder.resolve(name), gradient(), 0.9);
        }
        assertThat(folder.resolve("a.jpg")).hasSameBinaryContentAs(folder.resolve("b.jpg"));
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        Path file = folder.resolve("none/out.png");
        assertThatThrownBy(() -> StillWriter.png(file, gradient())).isInstanceOf(IOException.class);
    }

    private static RgbPicture gradient() {
        RgbPicture picture = RgbPicture.allocate(new Resolution(200, 100));
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 200; x++) {
                int at = picture.index(x, y);
                picture.pixels()[at] = (byte) x;
                picture.pixels()[at + 1] = (byte) (2 * y);
                picture.pixels()[at + 2] = (byte) (255 - x / 2 - y);
            }
        }
        return picture;
    }

    private Path made(String name, String format) throws IOException {
        Path file = folder.resolve(name);
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=67x35",
                "-frames:v",
                "1",
                "-vf",
                "scale=67:35:flags=neighbor,format=" + format,
                "-pix_fmt",
                format,
                "-update",
                "1",
                file.toString());
        return file;
    }
}
