// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.media.ColourTags;
import com.platewright.media.movie.MoviePicture;
import com.platewright.media.movie.MovieSpec;
import com.platewright.media.movie.MovieWriter;
import com.platewright.media.movie.PictureCoding;
import com.platewright.media.pixel.ChromaSiting;
import com.platewright.media.pixel.YuvLayout;
import com.platewright.media.pixel.YuvMatrix;
import com.platewright.media.pixel.YuvPacker;
import com.platewright.media.pixel.YuvPlanes;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The silent movie beside the frames: H.264 in Rec. 709, through {@link PreviewTone}. For one thread at a time. */
final class PreviewMovie implements AutoCloseable {
    /** Lines at a time; even, since two lines share their chroma. */
    private static final int STRIP = 32;

    private static final Map<String, String> USUAL = Map.of("preset", "veryfast", "crf", "18");

    /** Every picture by itself and equally well: where one leans on the one before it, a loop's first differs from its last. */
    private static final Map<String, String> LOOPED = Map.of("preset", "veryfast", "qp", "20", "g", "1");

    private final Resolution size;
    private final MovieWriter writer;
    private final YuvPacker packer;
    private final FloatBuffer strip;

    private PreviewMovie(Resolution size, MovieWriter writer) {
        this.size = size;
        this.writer = writer;
        this.packer = new YuvPacker(YuvLayout.YUV420P8, size, YuvMatrix.BT709, ChromaSiting.LEFT);
        this.strip = ByteBuffer.allocateDirect(size.width() * STRIP * 16)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    static PreviewMovie create(Path file, ClipOrder.Format format) throws IOException {
        Resolution size = new Resolution(format.width(), format.height());
        FrameRate rate = new FrameRate(ClipOrder.FRAME_RATE, 1);
        MovieSpec spec = new MovieSpec(size, rate, coding(format.loop()), Optional.empty(), List.of(), Map.of());
        return new PreviewMovie(size, MovieWriter.create(file, spec));
    }

    /** One thread: what x264 writes depends on how many there are. */
    private static PictureCoding coding(boolean loop) {
        String layout = YuvLayout.YUV420P8.ffmpegName();
        return new PictureCoding("libx264", layout, loop ? LOOPED : USUAL, ColourTags.REC709, 1);
    }

    /** Adds a frame of ACES2065-1, RGBA, which lies in the buffer from its position on. */
    void write(FloatBuffer rgba) throws IOException, InterruptedException {
        MoviePicture picture = writer.borrow();
        try {
            paint(rgba.duplicate(), picture);
        } catch (RuntimeException | Error e) {
            writer.giveBack(picture);
            throw e;
        }
        writer.write(picture);
    }

    private void paint(FloatBuffer rgba, MoviePicture picture) {
        packer.begin(new YuvPlanes(YuvLayout.YUV420P8, size, plane(picture, 0), plane(picture, 1), plane(picture, 2)));
        float[] samples = new float[size.width() * STRIP * 4];
        for (int line = 0; line < size.height(); line += STRIP) {
            int count = Math.min(STRIP, size.height() - line);
            rgba.get(samples, 0, size.width() * count * 4);
            PreviewTone.apply(samples);
            strip.clear().put(samples).flip();
            packer.lines(strip, count);
        }
    }

    private static YuvPlanes.Plane plane(MoviePicture picture, int index) {
        return new YuvPlanes.Plane(picture.plane(index), picture.stride(index));
    }

    void finish() throws IOException {
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        packer.close();
        writer.close();
    }
}
