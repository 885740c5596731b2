// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static com.platewright.sandbox.scene.Clips.grey;
import static com.platewright.sandbox.scene.Clips.make;
import static com.platewright.sandbox.scene.Clips.order;
import static com.platewright.sandbox.scene.Clips.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder.Format;
import com.platewright.sandbox.clip.ClipOrder.Placement;
import com.platewright.sandbox.clip.ClipOrder.Source;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a reframed movie lies, measured in the decoded pictures. */
class ReframeModeTest {
    private static final int WIDTH = 180;
    private static final int HEIGHT = 320;

    @TempDir
    private Path folder;

    private ClipFolder reframe(Path movie, Placement place, int frames) throws Exception {
        Format format = new Format(WIDTH, HEIGHT, frames, false, false);
        return Clips.render(folder.resolve("clip"), order("more sky", format, 0, source(Source.placed(movie, place))));
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.3,0.8,0.25", "0,0.35,1,0.31", "-0.5,0.5,1,0.3", "0.337,0.111,0.402,0.613"})
    void aWhiteSourceFillsItsRectangleToThePixel(double x, double y, double width, double height) throws Exception {
        Path white = make(folder.resolve("white.mp4"), "color=white:size=320x180:rate=24", 2);
        byte[] grey = grey(reframe(white, new Placement(x, y, width, height), 2).movie());
        int column = (int) Math.round((Math.max(0, x) + Math.min(1, x + width)) / 2 * WIDTH);
        int line = (int) Math.round((y + y + height) / 2 * HEIGHT);
        assertThat(edge(grey, WIDTH, i -> line * WIDTH + i))
                .containsExactly(limited(x, WIDTH), limited(x + width, WIDTH));
        assertThat(edge(grey, HEIGHT, i -> i * WIDTH + column))
                .containsExactly(limited(y, HEIGHT), limited(y + height, HEIGHT));
    }

    private static int limited(double fraction, int size) {
        return (int) Math.max(0, Math.min(size, Math.round(fraction * size)));
    }

    /** The first white pixel along a line, and the first that follows the white ones. */
    private static int[] edge(byte[] grey, int count, java.util.function.IntUnaryOperator at) {
        int from = 0;
        while (from < count && (grey[at.applyAsInt(from)] & 0xFF) < 190) {
            from++;
        }
        int to = from;
        while (to < count && (grey[at.applyAsInt(to)] & 0xFF) >= 190) {
            to++;
        }
        return new int[] {from, to};
    }

    @Test
    void theSourceIsShownThereAsItIsFrameByFrame() throws Exception {
        Path movie = make(folder.resolve("source.mp4"), "testsrc2=size=320x180:rate=24", 30);
        ClipFolder clip = reframe(movie, new Placement(0, 0.34375, 1, 101 / 320.0), 30);
        assertThat(grey(clip.movie())).hasSize(30 * WIDTH * HEIGHT);
        for (int frame : new int[] {0, 11, 29}) {
            double same = Clips.ssim(
                    clip.movie(),
                    "select=eq(n\\," + frame + "),setpts=0,format=gray,crop=180:101:0:110",
                    movie,
                    "select=eq(n\\," + frame + "),setpts=0,scale=180:101:flags=area,format=gray");
            assertThat(same).as("frame " + frame).isGreaterThan(0.97);
        }
    }
}
