// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import java.util.Optional;

/**
 * The time and flags word of OpenEXR's attribute {@code timeCode} in its 60-field packing: BCD digits with flags between
 * them (SMPTE ST 12-1). The word has room for 30 frames of a second; above that rate it counts pairs of frames, and the
 * field flag says which frame of the pair is meant (SMPTE ST 12-1, frame pairs).
 */
final class TimeCodeWord {
    private static final int DROP_FRAME = 1 << 6;
    private static final int SECOND_OF_PAIR = 1 << 15;
    private static final int MOST_FRAMES = 30;

    private TimeCodeWord() {}

    /** Refuses a time code that the rate does not count to, or that the word has no room for. */
    static void check(TimeCode time, FrameRate rate) {
        if (time.frames() >= Math.min(rate.timeBase(), 2 * MOST_FRAMES)) {
            throw new IllegalArgumentException(
                    "time code " + time + " does not exist in an EXR at " + rate + " frames per second");
        }
    }

    static long write(TimeCode time, FrameRate rate) {
        boolean pairs = rate.timeBase() > MOST_FRAMES;
        return bcd(pairs ? time.frames() / 2 : time.frames())
                | bcd(time.seconds()) << 8
                | bcd(time.minutes()) << 16
                | bcd(time.hours()) << 24
                | (pairs && time.frames() % 2 == 1 ? SECOND_OF_PAIR : 0);
    }

    /**
     * The time code in a word; empty for drop-frame counting, which is another scale, and for digits that are none.
     *
     * @param rate frames per second, 24 where the file does not say
     */
    static Optional<TimeCode> read(long word, Optional<FrameRate> rate) {
        boolean pairs = rate.orElse(FrameRate.FILM).timeBase() > MOST_FRAMES;
        int frames = number(word, 0x3f);
        int seconds = number(word >> 8, 0x7f);
        int minutes = number(word >> 16, 0x7f);
        int hours = number(word >> 24, 0x3f);
        if ((word & DROP_FRAME) != 0
                || frames < 0
                || !below60(seconds)
                || !below60(minutes)
                || hours < 0
                || hours > 23) {
            return Optional.empty();
        }
        int second = (word & SECOND_OF_PAIR) != 0 ? 1 : 0;
        return Optional.of(new TimeCode(hours, minutes, seconds, pairs ? 2 * frames + second : frames));
    }

    private static boolean below60(int number) {
        return number >= 0 && number < 60;
    }

    private static long bcd(int number) {
        return number / 10 * 16L + number % 10;
    }

    /** Two decimal digits, or -1. */
    private static int number(long bits, int mask) {
        int digits = (int) bits & mask;
        return (digits & 0xf) > 9 ? -1 : (digits >> 4) * 10 + (digits & 0xf);
    }
}
