// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.media.ColourTags;
import java.util.Map;

/**
 * How the pictures of a movie are coded.
 *
 * @param encoder FFmpeg's name: {@code prores_ks}, {@code dnxhd}, {@code libx264}, {@code libx265}…
 * @param pixelFormat FFmpeg's name: {@code yuv444p10le}, {@code yuv420p}…
 * @param options of the encoder by FFmpeg's names; beside them {@code qscale} (constant quality, the fast way of
 *     {@code prores_ks}, whose rate control is ten times slower) and {@code tag} (the four characters in the container)
 * @param tags what codec and container say of the colour
 * @param threads of the encoder; 0 means one per core. The bytes of x264 and x265 depend on it
 */
public record PictureCoding(
        String encoder, String pixelFormat, Map<String, String> options, ColourTags tags, int threads) {
    public PictureCoding {
        options = Map.copyOf(options);
        if (threads < 0) {
            throw new IllegalArgumentException("an encoder cannot have " + threads + " threads");
        }
    }
}
