// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static com.platewright.oracle.Oracle.ffmpeg;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.Tool;
import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clips rendered to files, and what FFmpeg makes of them. */
final class Clips {
    private static final Pattern SSIM = Pattern.compile("All:([0-9.]+)");

    private Clips() {}

    /** An order without the sandbox's mark; {@code exr} frames are written beside the movie. */
    static ClipOrder order(String prompt, ClipOrder.Format format, int exr, ClipOrder.Inputs inputs) {
        return new ClipOrder(prompt, 0, format, inputs, ClipOrder.ExrStyle.sound(exr), false);
    }

    static ClipOrder.Inputs source(ClipOrder.Source source, ClipOrder.Pin... pins) {
        return new ClipOrder.Inputs(List.of(pins), Optional.of(source));
    }

    static ClipFolder render(Path into, ClipOrder order) throws IOException, InterruptedException {
        SceneRenderer renderer = SceneRenderer.standard(2);
        assertThat(renderer.refusal(order)).isEmpty();
        ClipFolder clip = ClipFolder.create(into);
        renderer.render(order, clip, (done, frames) -> {});
        return clip;
    }

    /** A still or a movie from one of FFmpeg's own sources. */
    static Path make(Path file, String source, int frames) throws IOException {
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                source,
                "-frames:v",
                Integer.toString(frames),
                "-pix_fmt",
                pixels(file),
                file.toString());
        return file;
    }

    private static String pixels(Path file) {
        return file.toString().endsWith(".png") ? "rgb24" : "yuv420p";
    }

    /** Grey code values, frame after frame, as FFmpeg decodes them. */
    static byte[] grey(Path movie) throws IOException {
        return ffmpeg("-i", movie.toString(), "-f", "rawvideo", "-pix_fmt", "gray", "-");
    }

    /** The mean absolute difference of two of so many equal parts of these code values. */
    static double step(byte[] grey, int frames, int one, int other) {
        int size = grey.length / frames;
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.abs((grey[one * size + i] & 0xFF) - (grey[other * size + i] & 0xFF));
        }
        return (double) sum / size;
    }

    /** The structural similarity of a frame with a still that is scaled and cut to cover a picture of this size. */
    static double ssim(Path movie, int frame, Path still, int width, int height) throws Exception {
        String size = width + ":" + height;
        String cover = "scale=" + size + ":force_original_aspect_ratio=increase:flags=area,crop=" + size;
        return ssim(
                movie,
                "select=eq(n\\," + frame + "),setpts=0,format=yuv420p",
                still,
                cover + ",setpts=0,format=yuv420p");
    }

    /** The structural similarity of the first pictures that two filters make of two files. */
    static double ssim(Path one, String filterOne, Path other, String filterOther) throws Exception {
        String graph = "[0:v]" + filterOne + "[a];[1:v]" + filterOther + "[b];[a][b]ssim";
        String said = Tool.run(
                "ffmpeg",
                "-hide_banner",
                "-nostdin",
                "-i",
                one.toString(),
                "-i",
                other.toString(),
                "-lavfi",
                graph,
                "-frames:v",
                "1",
                "-f",
                "null",
                "-");
        Matcher found = SSIM.matcher(said);
        assertThat(found.find()).as(said).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
