// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import com.platewright.binding.ffmpeg.ColourCodes;
import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.RgbScaler;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.binding.ffmpeg.StreamDecoder;
import com.platewright.media.MediaException;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Reads stills: PNG, JPEG, TIFF, WebP and whatever else FFmpeg decodes. Alpha is left out; profiles and the orientation
 * that a camera noted are not applied.
 */
public final class StillReader {
    private StillReader() {}

    /**
     * Reads the first picture of a file.
     *
     * @throws MediaException when it holds none, or does not decode to its end
     * @throws IOException when the disk refuses
     */
    public static Still read(Path file) throws IOException {
        try (MediaSource source = MediaSource.open(file)) {
            SourceStream stream = source.picture().orElseThrow(() -> new MediaException(file + ": holds no picture"));
            try (StreamDecoder decoder = StreamDecoder.open(source, stream, 1)) {
                decodeFirst(source, decoder);
                return still(file, decoder.frame());
            }
        }
    }

    private static void decodeFirst(MediaSource source, StreamDecoder decoder) throws IOException {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (source.read(packet)) {
                if (packet.stream_index() == decoder.stream().index()) {
                    decoder.send(packet);
                    if (decoder.receive()) {
                        return;
                    }
                }
            }
            decoder.drain();
            if (!decoder.receive()) {
                throw new MediaException(source.file() + ": its picture does not decode");
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
    }

    private static Still still(Path file, AVFrame frame) throws IOException {
        int bits = RgbScaler.depth(frame) > 8 ? 16 : 8;
        ColourCodes colour = ColourCodes.of(frame);
        // JFIF and WebP mean Rec. 601.
        int matrix = colour.matrix() == avutil.AVCOL_SPC_UNSPECIFIED ? avutil.AVCOL_SPC_BT470BG : colour.matrix();
        boolean full = colour.range() == avutil.AVCOL_RANGE_JPEG;
        try (RgbScaler scaler = RgbScaler.of(file, frame, bits, matrix, full)) {
            Resolution size = new Resolution(frame.width(), frame.height());
            float[] rgb = new float[Math.multiplyExact(size.pixels(), 3)];
            ByteBuffer samples = scaler.convert(frame);
            if (bits == 8) {
                for (int i = 0; i < rgb.length; i++) {
                    rgb[i] = (samples.get(i) & 0xff) / 255f;
                }
            } else {
                ShortBuffer wide = samples.asShortBuffer();
                for (int i = 0; i < rgb.length; i++) {
                    rgb[i] = (wide.get(i) & 0xffff) / 65535f;
                }
            }
            return new Still(size, bits, rgb);
        }
    }
}
