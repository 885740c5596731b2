// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc;

import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.media.Chromaticities;
import com.platewright.shot.FrameRange;
import java.util.Locale;
import java.util.function.Function;

/** Numbers and names as findings say them, the same in every locale. */
public final class Wording {
    private Wording() {}

    /** {@code 1,204}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 frame}, {@code 12 frames}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1001-1121}, {@code 1001}. */
    public static String frames(FrameRange range) {
        return range.first() == range.last() ? Integer.toString(range.first()) : range.toString();
    }

    /** {@code 1.23 %}; what is more than nothing never reads as 0 %. */
    public static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.001) {
            return "under 0.001 %";
        }
        return number(percent, 3) + " %";
    }

    /** Four significant digits at most, without an exponent for anything a picture holds. */
    public static String number(double value) {
        return number(value, 4);
    }

    private static String number(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        int decimals = Math.min(9, Math.max(0, digits - 1 - (int) Math.floor(Math.log10(size))));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceFirst("0+$", "").replaceFirst("\\.$", "") : text;
    }

    /** {@code red 1, green 2, blue 3}. */
    public static String channels(FrameMeasure measure, Function<ChannelMeasure, String> of) {
        return "red " + of.apply(measure.channels().get(0))
                + ", green " + of.apply(measure.channels().get(1))
                + ", blue " + of.apply(measure.channels().get(2));
    }

    /** A name where the chromaticities have one, else the coordinates. */
    public static String colour(Chromaticities c) {
        if (c.matches(Chromaticities.AP0)) {
            return "AP0 (ACES2065-1)";
        }
        if (c.matches(Chromaticities.AP1)) {
            return "AP1 (ACEScg)";
        }
        if (c.matches(Chromaticities.REC709)) {
            return "Rec.709";
        }
        return "red " + c.redX() + " " + c.redY() + ", green " + c.greenX() + " " + c.greenY() + ", blue " + c.blueX()
                + " " + c.blueY() + ", white " + c.whiteX() + " " + c.whiteY();
    }
}
