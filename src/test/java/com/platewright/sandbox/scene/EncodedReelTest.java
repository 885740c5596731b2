// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.platewright.oracle.Oracle;
import com.platewright.sandbox.Tool;
import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipOrder.ExrStyle;
import com.platewright.sandbox.clip.ClipOrder.Format;
import com.platewright.sandbox.clip.ClipOrder.Inputs;
import com.platewright.sandbox.clip.ClipOrder.Pin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodedReelTest {
    private static final int FRAMES = 7;

    @TempDir
    private Path folder;

    private static ClipOrder order(ExrStyle exr, Pin... pins) {
        Inputs inputs = new Inputs(List.of(pins), Optional.empty());
        return new ClipOrder("a hummingbird", 0, new Format(96, 64, FRAMES, true, false), inputs, exr, false);
    }

    private ClipFolder render(String name, int threads, ClipOrder order) throws Exception {
        ClipFolder into = ClipFolder.create(folder.resolve(name));
        SceneRenderer.standard(threads).render(order, into, (done, frames) -> {});
        return into;
    }

    @Test
    void aSecondRenderingGivesTheSameBytes() throws Exception {
        ClipFolder one = render("one", 1, order(ExrStyle.sound(FRAMES)));
        ClipFolder many = render("many", 3, order(ExrStyle.sound(FRAMES)));
        for (int i = 0; i < FRAMES; i++) {
            assertThat(many.frame(i)).hasSameBinaryContentAs(one.frame(i));
        }
        assertThat(many.movie()).hasSameBinaryContentAs(one.movie());
        assertThat(Files.mismatch(one.frame(0), one.frame(1))).isNotNegative();
    }

    @Test
    void aStyleShowsInTheFile() throws Exception {
        ExrStyle style = new ExrStyle(2, "piz", false, OptionalInt.of(0), OptionalInt.of(1));
        ClipFolder clip = render("style", 2, order(style));
        String first =
                Tool.run("oiiotool", "-v", "--info", "--stats", clip.frame(0).toString());
        assertThat(first).contains("compression: \"piz\"", "NanCount: 0 64 0").doesNotContain("chromaticities");
        assertThat(Tool.run("oiiotool", "--stats", clip.frame(1).toString()))
                .contains("Stats Max: 0.000000 0.000000 0.000000");
    }

    /** The expected light is computed by hand: {@link PreviewTone}'s curve backwards, the gain of 1.25 and the matrix to AP0; for the movie, the curve again. */
    @Test
    void aStillComesOutOfTheFilesAsItWentIn() throws Exception {
        Path still = folder.resolve("still.png");
        Oracle.ffmpeg("-f", "lavfi", "-i", "color=0xC86432:s=96x64,format=rgb24", "-frames:v", "1", still.toString());
        ExrStyle exact = new ExrStyle(FRAMES, "zip", true, OptionalInt.empty(), OptionalInt.empty());
        ClipFolder clip = render("still", 2, order(exact, new Pin(still, 3)));
        assertThat(average(Tool.run("oiiotool", "--stats", clip.frame(3).toString())))
                .containsExactly(new double[] {0.3661, 0.1734, 0.0489}, within(0.0003));

        byte[] shown = Oracle.ffmpeg(
                "-i",
                clip.movie().toString(),
                "-vf",
                "select=eq(n\\,3)",
                "-frames:v",
                "1",
                "-pix_fmt",
                "gbrp",
                "-f",
                "rawvideo",
                "-");
        int plane = 96 * 64;
        assertThat(shown).hasSize(3 * plane);
        int[] middle = {shown[plane / 2 + 48] & 0xff, shown[plane * 3 / 2 + 48] & 0xff, shown[plane * 5 / 2 + 48] & 0xff
        };
        assertThat(middle[0]).as("green").isCloseTo(110, within(3));
        assertThat(middle[1]).as("blue").isCloseTo(55, within(3));
        assertThat(middle[2]).as("red").isCloseTo(213, within(3));
    }

    @Test
    void anUnknownCompressionIsSaidAndNoMovieStays() throws IOException {
        ClipFolder into = ClipFolder.create(folder);
        ExrStyle style = new ExrStyle(2, "magic", true, OptionalInt.empty(), OptionalInt.empty());
        assertThatThrownBy(() -> SceneRenderer.standard(2).render(order(style), into, (done, frames) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("OpenEXR has no compression magic; it has [NONE, RLE");
        assertThat(into.movie()).doesNotExist();
    }

    private static double[] average(String stats) {
        String line =
                stats.lines().filter(l -> l.contains("Stats Avg:")).findFirst().orElseThrow();
        String[] words = line.replaceAll(".*Avg:|\\(float\\)", "").strip().split("\\s+", -1);
        return new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2])};
    }
}
