// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static com.platewright.oracle.Oracle.ffprobe;
import static com.platewright.sandbox.scene.Clips.grey;
import static com.platewright.sandbox.scene.Clips.make;
import static com.platewright.sandbox.scene.Clips.order;
import static com.platewright.sandbox.scene.Clips.source;
import static com.platewright.sandbox.scene.Clips.ssim;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.Tool;
import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipOrder.Format;
import com.platewright.sandbox.clip.ClipOrder.Pin;
import com.platewright.sandbox.clip.ClipOrder.Source;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of a movie that FFmpeg made: its frames, its motion, another look. */
class EditModeTest {
    private static final int FRAMES = 43;
    private static final String WARM = "Relight as warm low evening sun";

    @TempDir
    private static Path folder;

    private static Path movie = Path.of("");

    @BeforeAll
    static void makeASource() throws Exception {
        movie = make(folder.resolve("source.mp4"), "testsrc2=size=426x240:rate=24", FRAMES);
    }

    private static ClipFolder edit(String name, String prompt, double freedom, int exr, Pin... pins) throws Exception {
        Format format = new Format(320, 180, FRAMES, exr > 0, false);
        ClipOrder order = order(prompt, format, exr, source(Source.edited(movie, freedom), pins));
        return Clips.render(folder.resolve(name), order);
    }

    @Test
    void everyFrameOfTheSourceIsThereOnceAndMovesAsItDid() throws Exception {
        ClipFolder clip = edit("moves", WARM, 0.5, 0);
        assertThat(ffprobe(
                        "-count_frames",
                        "-show_entries",
                        "stream=nb_read_frames,width,height",
                        "-of",
                        "csv=p=0",
                        clip.movie().toString()))
                .isEqualTo("320,180," + FRAMES);
        for (int frame : new int[] {0, 17, FRAMES - 1}) {
            double same = similar(clip, frame, frame);
            assertThat(same).as("frame " + frame).isGreaterThan(similar(clip, frame, (frame + 3) % FRAMES) + 0.02);
        }
    }

    /** The similarity of an edited frame with a frame of the source, in luma. */
    private static double similar(ClipFolder clip, int frame, int other) throws Exception {
        return ssim(
                clip.movie(),
                "select=eq(n\\," + frame + "),setpts=0,format=gray",
                movie,
                "select=eq(n\\," + other + "),setpts=0,scale=320:180:flags=area,format=gray");
    }

    @Test
    void theLookDependsOnTheStrengthAndOnThePrompt() throws Exception {
        double little = similar(edit("little", WARM, 1 / 9d, 0), 20, 20);
        double half = similar(edit("half", WARM, 0.5, 0), 20, 20);
        ClipFolder free = edit("free", WARM, 1, 0);
        double much = similar(free, 20, 20);
        assertThat(little).isGreaterThan(half + 0.02);
        assertThat(half).isGreaterThan(much + 0.02);
        ClipFolder other = edit("other", "A neon robot", 1, 0);
        assertThat(difference(free, other, 20)).isGreaterThan(8);
    }

    private static double difference(ClipFolder one, ClipFolder other, int frame) throws Exception {
        byte[] a = grey(one.movie());
        byte[] b = grey(other.movie());
        int size = a.length / FRAMES;
        double sum = 0;
        for (int i = frame * size; i < (frame + 1) * size; i++) {
            sum += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
        }
        return sum / size;
    }

    @Test
    void whatWasBrightGivesOffLightFarAboveOne() throws Exception {
        ClipFolder clip = edit("hdr", WARM, 0.5, 2);
        String said = Tool.run("oiiotool", "--stats", clip.frame(1).toString());
        String line =
                said.lines().filter(l -> l.contains("Stats Max:")).findFirst().orElseThrow();
        double red = Double.parseDouble(line.replaceAll(".*Max:", "").strip().split("\\s+", -1)[0]);
        assertThat(red).isGreaterThan(8);
    }

    @Test
    void anAnchorStandsAtItsFrame() throws Exception {
        Path still = make(folder.resolve("anchor.png"), "mandelbrot=size=640x360", 1);
        ClipFolder clip = edit("anchored", WARM, 0.5, 0, new Pin(still, 21));
        assertThat(ssim(clip.movie(), 21, still, 320, 180)).isGreaterThan(0.95);
        assertThat(ssim(clip.movie(), 1, still, 320, 180)).isLessThan(0.8);
        assertThat(ssim(clip.movie(), 41, still, 320, 180)).isLessThan(0.8);
    }
}
