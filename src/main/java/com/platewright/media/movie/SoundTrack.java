// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.media.sound.Sound;

/**
 * One sound track of a movie; it starts with the first picture.
 *
 * @param codec FFmpeg's name: {@code pcm_s24le}, {@code aac}…
 * @param bitRate in bits a second; 0 leaves it to the codec
 * @param language ISO 639-2, three letters; {@code und} where there is none
 * @param title shown by editors, may be empty; MP4 keeps none
 */
public record SoundTrack(Sound sound, String codec, int bitRate, String language, String title) {
    public SoundTrack {
        if (!language.matches("[a-z]{3}")) {
            throw new IllegalArgumentException(
                    "a language is three letters of ISO 639-2, such as eng or und, not \"" + language + "\"");
        }
    }
}
