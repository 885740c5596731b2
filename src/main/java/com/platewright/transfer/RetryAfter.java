// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The pause that a server asks for (RFC 9110, 10.2.3): seconds or a date. */
public final class RetryAfter {
    private static final int DIGITS = 9;

    private RetryAfter() {}

    /** The pause from {@code now} on, never negative; empty if the header does not say one. */
    public static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        if (text.matches("[0-9]{1," + DIGITS + "}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty(); // a header that nobody can read asks for nothing
        }
    }
}
