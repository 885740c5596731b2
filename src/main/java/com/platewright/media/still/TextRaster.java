// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import com.platewright.binding.ffmpeg.FfmpegLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws lines of text. What was drawn is kept, and a number is put together from its digits, so that a frame number on
 * every picture of a movie costs next to nothing. May be used by several threads.
 */
public final class TextRaster implements AutoCloseable {
    private static final int REMEMBERED = 512;

    private final Path folder;
    private final Map<Line, TextMask> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Line, TextMask> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean open = true;

    private record Line(String text, Typeface face, int size) {}

    private TextRaster(Path folder) {
        this.folder = folder;
    }

    /**
     * Lays the typeface out as files, where FFmpeg can read them, until this is closed.
     *
     * @throws IOException when the temporary folder refuses
     */
    public static TextRaster open() throws IOException {
        FfmpegLog.listen();
        TextRaster raster = new TextRaster(Files.createTempDirectory("platewright-type"));
        try {
            for (Typeface face : Typeface.values()) {
                try (InputStream font = TextRaster.class.getResourceAsStream(face.resource())) {
                    if (font == null) {
                        throw new IllegalStateException(face.resource() + " is not on the class path");
                    }
                    Files.copy(font, raster.folder.resolve(face.file()));
                }
            }
            return raster;
        } catch (IOException | RuntimeException | Error e) {
            raster.close();
            throw e;
        }
    }

    /**
     * Draws one line of text; line breaks and other controls become spaces.
     *
     * @param size of the type in pixels, at least 5
     * @return a mask {@link Typeface#width} wide and {@link Typeface#lineHeight} high
     * @throws IOException when the temporary folder refuses
     */
    public synchronized TextMask draw(String text, Typeface face, int size) throws IOException {
        if (!open) {
            throw new IllegalStateException("the typeface was put away");
        }
        String line = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\p{Cntrl}", " ");
        return line.length() > 1 && line.chars().allMatch(c -> c >= '0' && c <= '9')
                ? number(line, face, size)
                : remembered(new Line(line, face, size));
    }

    private TextMask number(String digits, Typeface face, int size) throws IOException {
        int height = Typeface.lineHeight(size);
        int width = Typeface.width(digits, size);
        TextMask mask = new TextMask(width, height, new byte[width * height]);
        for (int i = 0; i < digits.length(); i++) {
            mask.paste(remembered(new Line(digits.substring(i, i + 1), face, size)), Typeface.column(i, size));
        }
        return mask;
    }

    private TextMask remembered(Line line) throws IOException {
        TextMask known = drawn.get(line);
        if (known == null) {
            known = DrawText.draw(folder, line.text(), line.face(), line.size());
            drawn.put(line, known);
        }
        return known;
    }

    /** Deletes what {@link #open} laid out. */
    @Override
    public synchronized void close() throws IOException {
        if (open) {
            open = false;
            List<Path> files = new ArrayList<>();
            try (var found = Files.list(folder)) {
                found.forEach(files::add);
            }
            files.add(folder);
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
