// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipRenderer;
import com.platewright.sandbox.clip.Footage;
import com.platewright.sandbox.scene.SceneRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sandbox's own renderer, which paints each order once and then copies it: equal orders give equal bytes. */
final class KeptClip implements ClipRenderer {
    /** Milliseconds in which a buyer has to wait. */
    private static final long PAUSE = 500;

    private final SceneRenderer painter = SceneRenderer.standard(2);
    private final Map<ClipOrder, Path> painted = new ConcurrentHashMap<>();
    private final Path shelf;

    KeptClip(Path shelf) {
        this.shelf = shelf;
    }

    @Override
    public Optional<String> refusal(ClipOrder order) {
        return painter.refusal(order);
    }

    @Override
    public Footage footage(Path movie) throws IOException {
        return painter.footage(movie);
    }

    @Override
    public synchronized void render(ClipOrder order, ClipFolder into, Progress progress)
            throws IOException, InterruptedException {
        progress.frames(1, 2);
        Thread.sleep(PAUSE);
        Path kept = painted.get(order);
        if (kept == null) {
            kept = Files.createTempDirectory(shelf, "clip");
            painter.render(order, ClipFolder.create(kept), progress);
            painted.put(order, kept);
        }
        ClipFolder clip = new ClipFolder(kept);
        Files.copy(clip.movie(), into.movie());
        for (int i = 0; i < order.exr().frames(); i++) {
            Files.copy(clip.frame(i), into.frame(i));
        }
    }
}
