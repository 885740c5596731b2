// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.still;

import com.platewright.media.RgbPicture;
import com.platewright.shot.Resolution;

/** An R'G'B' colour, each component 0 to 255. */
public record Colour(int red, int green, int blue) {
    private static final int OPAQUE = 255;

    public Colour {
        if ((red | green | blue) < 0 || Math.max(red, Math.max(green, blue)) > OPAQUE) {
            throw new IllegalArgumentException("no such colour: " + red + ", " + green + ", " + blue);
        }
    }

    /** A neutral grey. */
    public static Colour grey(int value) {
        return new Colour(value, value, value);
    }

    /** Fills a rectangle, which lies inside the picture. */
    public void fill(RgbPicture picture, int x, int y, Resolution area) {
        for (int row = y; row < y + area.height(); row++) {
            for (int at = picture.index(x, row); at < picture.index(x + area.width(), row); at += RgbPicture.CHANNELS) {
                blend(picture.pixels(), at, OPAQUE);
            }
        }
    }

    /** Lays this colour over the pixel that begins at {@code at}, covering 0 to 255 of it. */
    void blend(byte[] pixels, int at, int coverage) {
        pixels[at] = mix(pixels[at], red, coverage);
        pixels[at + 1] = mix(pixels[at + 1], green, coverage);
        pixels[at + 2] = mix(pixels[at + 2], blue, coverage);
    }

    private static byte mix(byte under, int over, int coverage) {
        return (byte) (((under & 0xff) * (OPAQUE - coverage) + over * coverage + OPAQUE / 2) / OPAQUE);
    }
}
