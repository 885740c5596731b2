// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipRenderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Real EXR and MP4 files, one flat colour each, made by oiiotool and ffmpeg. */
public final class TinyRenderer implements ClipRenderer {
    private final AtomicInteger renders = new AtomicInteger();
    private final long millisPerFrame;

    public TinyRenderer() {
        this(0);
    }

    public TinyRenderer(long millisPerFrame) {
        this.millisPerFrame = millisPerFrame;
    }

    /** How many clips were begun. */
    public int renders() {
        return renders.get();
    }

    @Override
    public Optional<String> refusal(ClipOrder order) {
        return order.format().loop() ? Optional.of("Loops are not rendered here.") : Optional.empty();
    }

    @Override
    public void render(ClipOrder order, ClipFolder into, Progress progress) throws IOException, InterruptedException {
        renders.incrementAndGet();
        int width = order.format().width();
        int height = order.format().height();
        int frames = order.exr().frames();
        for (int i = 0; i < frames; i++) {
            Thread.sleep(millisPerFrame);
            progress.frames(i + 1, frames + 1);
        }
        frames(order, into);
        Tool.run(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=" + width + "x" + height + ":rate=24",
                "-frames:v",
                Integer.toString(order.format().frames()),
                "-c:v",
                "libx264",
                "-threads",
                "1",
                "-pix_fmt",
                "yuv420p",
                "-fflags",
                "+bitexact",
                "-y",
                into.movie().toString());
        progress.frames(frames + 1, frames + 1);
    }

    /** All frames by one process, since starting it is what takes time. */
    private static void frames(ClipOrder order, ClipFolder into) throws IOException, InterruptedException {
        if (order.exr().frames() == 0) {
            return;
        }
        if (order.exr().compression().equals("magic")) {
            throw new IOException("no such compression: magic");
        }
        String size = order.format().width() + "x" + order.format().height();
        List<String> command = new ArrayList<>(List.of("oiiotool", "--nosoftwareattrib"));
        for (int i = 0; i < order.exr().frames(); i++) {
            String level = order.exr().nan().orElse(-1) == i
                    ? "nan"
                    : String.format(
                            Locale.ROOT, "%.3f", 0.1 * (i + 1) + order.prompt().length() + order.take());
            // A checker of this colour and black: pixels that a flipped bit can reach.
            String colours = "checker:width=3:color1=" + level + "," + level + "," + level;
            command.addAll(List.of("--pattern", colours, size, "3", "-d", "half"));
            command.addAll(List.of("--attrib", "DateTime", "2026:01:01 00:00:00"));
            command.addAll(List.of("--compression", order.exr().compression()));
            command.addAll(List.of("-o", into.frame(i).toString()));
        }
        Tool.run(command.toArray(String[]::new));
    }
}
