// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameFilter;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameFilter;

/** FFmpeg's filter {@code drawtext}, which shapes with HarfBuzz and draws with FreeType, run on one black picture. */
final class DrawText {
    private static final String TEXT = "text.txt";

    private DrawText() {}

    /** Draws into a mask with the fonts of a folder; the text goes through a file, so that nothing in it is special. */
    static TextMask draw(Path folder, String text, Typeface face, int size) throws IOException {
        int width = Typeface.width(text, size);
        int height = Typeface.lineHeight(size);
        if (width == 0) {
            return new TextMask(0, height, new byte[0]);
        }
        Path file = Files.writeString(folder.resolve(TEXT), text);
        String filter = "drawtext=fontfile=" + escaped(folder.resolve(face.file())) + ":textfile=" + escaped(file)
                + ":fontsize=" + size + ":fontcolor=white:expansion=none:x=0:y_align=baseline:y="
                + Typeface.baseline(size);
        try (FFmpegFrameFilter graph = new FFmpegFrameFilter(filter, width, height)) {
            graph.setPixelFormat(avutil.AV_PIX_FMT_GRAY8);
            graph.start();
            graph.push(black(width, height), avutil.AV_PIX_FMT_GRAY8);
            return mask(graph.pull(), width, height);
        } catch (FrameFilter.Exception e) {
            throw new IllegalStateException("FFmpeg cannot draw the text \"" + text + "\"", e);
        }
    }

    private static Frame black(int width, int height) {
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 1);
        // JavaCV hands out memory as it finds it.
        ByteBuffer lines = (ByteBuffer) frame.image[0];
        while (lines.hasRemaining()) {
            lines.put((byte) 0);
        }
        lines.rewind();
        return frame;
    }

    private static TextMask mask(Frame drawn, int width, int height) {
        ByteBuffer lines = (ByteBuffer) drawn.image[0];
        byte[] coverage = new byte[width * height];
        for (int y = 0; y < height; y++) {
            lines.get(y * drawn.imageStride, coverage, y * width, width);
        }
        return new TextMask(width, height, coverage);
    }

    /** Escapes a path twice: as the value of an option, then as a part of a filter graph. */
    private static String escaped(Path file) {
        return file.toString().replaceAll("([\\\\':])", "\\\\$1").replaceAll("([\\\\'\\[\\],;])", "\\\\$1");
    }
}
