// SPDX-License-Identifier: Apache-2.0
package com.platewright.shot;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Non-drop SMPTE time code. It wraps at 24 hours. */
public record TimeCode(int hours, int minutes, int seconds, int frames) {
    private static final Pattern TEXT = Pattern.compile("(\\d{2}):(\\d{2}):(\\d{2}):(\\d{2})");

    public TimeCode {
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || frames < 0) {
            throw new IllegalArgumentException(
                    "no such time code: " + hours + ":" + minutes + ":" + seconds + ":" + frames);
        }
    }

    /** Reads {@code 01:00:00:00}. */
    public static TimeCode parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not a non-drop time code; write hours:minutes:seconds:frames, such as 01:00:00:00");
        }
        return new TimeCode(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)));
    }

    /** This time code {@code count} frames later, at a rate whose time base gives the frames of one second. */
    public TimeCode plus(long count, FrameRate rate) {
        long base = rate.timeBase();
        long day = 24L * 3600 * base;
        long total = Math.floorMod(frameNumber(rate) + count, day);
        long inSeconds = total / base;
        return new TimeCode(
                (int) (inSeconds / 3600), (int) (inSeconds / 60 % 60), (int) (inSeconds % 60), (int) (total % base));
    }

    /** Frames since 00:00:00:00. */
    public long frameNumber(FrameRate rate) {
        return ((hours * 60L + minutes) * 60 + seconds) * rate.timeBase() + frames;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d:%02d:%02d:%02d", hours, minutes, seconds, frames);
    }
}
