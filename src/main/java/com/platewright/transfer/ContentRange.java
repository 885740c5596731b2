// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which bytes of how many an answer holds (RFC 9110, 14.4), both ends included. */
record ContentRange(long first, long last, long total) {
    private static final Pattern FORM = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");

    /** Empty for any other form, an unknown total included: it would prove nothing. */
    static Optional<ContentRange> parse(String header) {
        Matcher form = FORM.matcher(header.strip());
        return form.matches()
                ? Optional.of(new ContentRange(
                        Long.parseLong(form.group(1)), Long.parseLong(form.group(2)), Long.parseLong(form.group(3))))
                : Optional.empty();
    }
}
