// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;

/**
 * What the {@code bext} chunk of a Broadcast WAV says (EBU Tech 3285). No date and no time: the same sound makes the
 * same file.
 *
 * @param description ASCII, the first 256 characters count
 * @param originator ASCII, the first 32 characters count
 * @param timeReference samples from midnight to the first sample
 */
public record BroadcastExtension(String description, String originator, long timeReference) {
    private static final int DESCRIPTION = 256;
    private static final int ORIGINATOR = 32;

    public BroadcastExtension {
        description = ascii(description, DESCRIPTION);
        originator = ascii(originator, ORIGINATOR);
        if (timeReference < 0) {
            throw new IllegalArgumentException("a time reference counts from midnight, so it is not " + timeReference);
        }
    }

    /** The extension of a sound that starts with a picture's frame at {@code start}. */
    public static BroadcastExtension at(
            TimeCode start, FrameRate rate, int sampleRate, String description, String originator) {
        return new BroadcastExtension(description, originator, rate.samples(start.frameNumber(rate), sampleRate));
    }

    private static String ascii(String text, int most) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "_");
        return plain.length() > most ? plain.substring(0, most) : plain;
    }
}
