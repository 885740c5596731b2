// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the clips that were bought for an intent. In words {@code 2}, or {@code 2.3} for the third rendition of the second
 * take.
 *
 * @param take counted from 1
 * @param rendition of the take, counted from 1
 */
public record Choice(int take, int rendition) {
    private static final Pattern WORDS = Pattern.compile("([1-9]\\d{0,5})(?:\\.([1-9]\\d{0,3}))?");

    /** Reads such words; empty for others. */
    public static Optional<Choice> parse(String words) {
        Matcher match = WORDS.matcher(words);
        if (!match.matches()) {
            return Optional.empty();
        }
        int rendition = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
        return Optional.of(new Choice(Integer.parseInt(match.group(1)), rendition));
    }

    /**
     * The words for it.
     *
     * @param renditions how many the take has
     */
    public String words(int renditions) {
        return renditions > 1 ? take + "." + rendition : Integer.toString(take);
    }
}
