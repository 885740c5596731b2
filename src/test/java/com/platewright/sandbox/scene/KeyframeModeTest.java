// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static com.platewright.sandbox.scene.Clips.make;
import static com.platewright.sandbox.scene.Clips.order;
import static com.platewright.sandbox.scene.Clips.ssim;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.Tool;
import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder.Format;
import com.platewright.sandbox.clip.ClipOrder.Inputs;
import com.platewright.sandbox.clip.ClipOrder.Pin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stills at frames of a real movie and of real EXR frames, found there by FFmpeg and not found elsewhere. */
class KeyframeModeTest {
    private static final String VIEW = "ACES 1.0 - SDR Video";

    @TempDir
    private Path folder;

    private static Inputs pins(Pin... pins) {
        return new Inputs(List.of(pins), Optional.empty());
    }

    @Test
    void eachStillStandsAtItsFrameOfTheMovieAndNotTwentyFramesAway() throws Exception {
        Path wide = make(folder.resolve("wide.png"), "mandelbrot=size=640x360", 1);
        Path square = make(folder.resolve("square.png"), "testsrc2=size=400x400", 1);
        Path smooth = make(folder.resolve("smooth.png"), "gradients=size=720x1280:c0=0x203050:c1=0xE0C8A0:seed=3", 1);
        Format format = new Format(320, 180, 121, false, false);
        ClipFolder clip = Clips.render(
                folder.resolve("clip"),
                order("drifting", format, 0, pins(new Pin(wide, 0), new Pin(square, 47), new Pin(smooth, 120))));

        assertThat(ssim(clip.movie(), 0, wide, 320, 180)).isGreaterThan(0.95);
        assertThat(ssim(clip.movie(), 47, square, 320, 180)).isGreaterThan(0.95);
        assertThat(ssim(clip.movie(), 120, smooth, 320, 180)).isGreaterThan(0.95);
        assertThat(ssim(clip.movie(), 20, wide, 320, 180)).isLessThan(0.8);
        assertThat(ssim(clip.movie(), 27, square, 320, 180)).isLessThan(0.8);
        assertThat(ssim(clip.movie(), 67, square, 320, 180)).isLessThan(0.8);
        assertThat(ssim(clip.movie(), 100, smooth, 320, 180)).isLessThan(0.8);
    }

    @Test
    void aStillIsFoundInTheExrThroughTheViewOfAces() throws Exception {
        Path still = make(folder.resolve("still.png"), "mandelbrot=size=640x360:start_scale=0.3", 1);
        Format format = new Format(320, 180, 3, true, false);
        ClipFolder clip = Clips.render(folder.resolve("clip"), order("drifting", format, 3, pins(new Pin(still, 1))));
        Path seen = folder.resolve("seen.png");
        Tool.run(
                "oiiotool",
                "--colorconfig",
                "pipeline-configs/colour/aces-1.3.ocio",
                clip.frame(1).toString(),
                "--iscolorspace",
                "ACES2065-1",
                "--ociodisplay",
                "Rec.1886 Rec.709 - Display",
                VIEW,
                "-o",
                seen.toString());
        assertThat(ssim(seen, 0, still, 320, 180)).isGreaterThan(0.95);
        assertThat(ssim(clip.movie(), 1, still, 320, 180)).isGreaterThan(0.95);
    }
}
