// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static com.platewright.sandbox.scene.Clips.grey;
import static com.platewright.sandbox.scene.Clips.make;
import static com.platewright.sandbox.scene.Clips.order;
import static com.platewright.sandbox.scene.Clips.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder.Format;
import com.platewright.sandbox.clip.ClipOrder.Inputs;
import com.platewright.sandbox.clip.ClipOrder.Pin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops of five seconds, as FFmpeg decodes them: from the last frame to the first is a step like those beside it. */
class LoopModeTest {
    private static final int FRAMES = 121;
    private static final Format FORMAT = new Format(256, 144, FRAMES, false, true);

    @TempDir
    private Path folder;

    /** Sparks flash and rain falls at random: the worst neighbours that a seam can have. */
    @ParameterizedTest
    @ValueSource(strings = {"sparks of a welder", "a boat on the sea", "a black vinyl record"})
    void theStepOverTheSeamIsNoLargerThanItsNeighbours(String prompt) throws Exception {
        ClipFolder clip = Clips.render(folder.resolve("clip"), order(prompt, FORMAT, 0, Inputs.NONE));
        assertSeam(grey(clip.movie()));
    }

    @Test
    void aLoopMayBeginWithAStill() throws Exception {
        Path still = make(folder.resolve("still.png"), "mandelbrot=size=512x288", 1);
        Inputs first = new Inputs(List.of(new Pin(still, 0)), Optional.empty());
        ClipFolder clip = Clips.render(folder.resolve("clip"), order("drifting", FORMAT, 0, first));
        assertThat(Clips.ssim(clip.movie(), 0, still, 256, 144)).isGreaterThan(0.95);
        assertSeam(grey(clip.movie()));
    }

    private static void assertSeam(byte[] grey) {
        double seam = step(grey, FRAMES, FRAMES - 1, 0);
        double around = 0;
        for (int i = 1; i <= 3; i++) {
            around = Math.max(around, step(grey, FRAMES, FRAMES - 1 - i, FRAMES - i));
            around = Math.max(around, step(grey, FRAMES, i - 1, i));
        }
        assertThat(seam).isPositive().isLessThanOrEqualTo(around);
        assertThat(step(grey, FRAMES, 0, FRAMES / 2))
                .as("what moved in half a round")
                .isGreaterThan(seam);
    }
}
