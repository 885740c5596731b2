// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.media.ColourTags;
import com.platewright.media.sound.Sound;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import com.platewright.shot.TimeCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Writes small movies whose every code value is known. */
final class TestMovie {
    static final Resolution SIZE = new Resolution(256, 128);
    static final TimeCode START = TimeCode.parse("01:00:00:00");

    private TestMovie() {}

    /** Codings that the tests go through, by a name of their own. */
    static PictureCoding coding(String name) {
        return switch (name) {
            case "prores4444" -> coding("prores_ks", "yuv444p10le", Map.of("profile", "4444", "qscale", "9"));
            case "prores422hq" -> coding("prores_ks", "yuv422p10le", Map.of("profile", "hq", "qscale", "9"));
            case "h264" -> coding("libx264", "yuv420p", Map.of("preset", "veryfast", "crf", "18"));
            case "dnxhr" -> coding("dnxhd", "yuv422p10le", Map.of("profile", "dnxhr_hqx"));
            case "hevc" ->
                new PictureCoding(
                        "libx265",
                        "yuv420p10le",
                        Map.of("preset", "ultrafast", "crf", "18", "x265-params", "hdr10=1:max-cll=1000,400"),
                        ColourTags.REC2100_PQ,
                        2);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static PictureCoding coding(String encoder, String pixelFormat, Map<String, String> options) {
        return new PictureCoding(encoder, pixelFormat, options, ColourTags.REC709, 2);
    }

    static MovieSpec spec(PictureCoding coding, FrameRate rate, SoundTrack... sound) {
        return new MovieSpec(SIZE, rate, coding, Optional.of(START), List.of(sound), Map.of());
    }

    static MovieSpec spec(String coding) {
        return spec(coding(coding), FrameRate.FILM);
    }

    /** Writes {@code frames} moving pictures of legal values with some noise. */
    static void write(Path file, MovieSpec spec, int frames) throws IOException {
        try (MovieWriter writer = MovieWriter.create(file, spec)) {
            for (int i = 0; i < frames; i++) {
                MoviePicture picture = borrow(writer);
                paint(picture, spec, i);
                writer.write(picture);
            }
            writer.finish();
        }
    }

    static MoviePicture borrow(MovieWriter writer) throws IOException {
        try {
            return writer.borrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void paint(MoviePicture picture, MovieSpec spec, int frame) {
        boolean deep = !spec.picture().pixelFormat().equals("yuv420p");
        Random random = new Random(frame);
        for (int plane = 0; plane < picture.planes(); plane++) {
            ByteBuffer values = picture.plane(plane);
            for (int at = 0; at < values.capacity(); at += deep ? 2 : 1) {
                int x = at % picture.stride(plane);
                int value = 64 + (x + 4 * frame + at / 997 + random.nextInt(8)) % 128;
                if (deep) {
                    values.putShort(at, (short) (4 * value));
                } else {
                    values.put(at, (byte) value);
                }
            }
        }
    }

    /** Fills every plane with one value each. */
    static void fill(MoviePicture picture, boolean deep, int... values) {
        for (int plane = 0; plane < picture.planes(); plane++) {
            ByteBuffer buffer = picture.plane(plane);
            for (int at = 0; at < buffer.capacity(); at += deep ? 2 : 1) {
                if (deep) {
                    buffer.putShort(at, (short) values[plane]);
                } else {
                    buffer.put(at, (byte) values[plane]);
                }
            }
        }
    }

    /** A chord of one tone per channel, at half of full scale. */
    static Sound sound(int channels, int samples) {
        float[] values = new float[channels * samples];
        for (int i = 0; i < samples; i++) {
            for (int c = 0; c < channels; c++) {
                double phase = 2 * Math.PI * (220 + 110 * c) * i / 48000;
                values[i * channels + c] = Math.round(0.5 * Math.sin(phase) * 0x1p23) / 0x1p23f;
            }
        }
        return Sound.of(48000, channels, values);
    }
}
