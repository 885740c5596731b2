// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Response;

/**
 * What a server's answer means for a download.
 *
 * @param words status and what matters with it, for messages
 * @param pause that the server asks for
 * @param total length of the whole, of a {@link Kind#REST}
 */
record Answer(Kind kind, String words, Optional<Duration> pause, long total) {
    enum Kind {
        /** All bytes from the first one on. */
        WHOLE,
        /** The bytes that are missing, proved. */
        REST,
        /** A part that was not asked for or does not fit: start again. */
        ODD,
        BUSY,
        EXPIRED,
        REFUSED
    }

    /**
     * @param held what the range was asked of; empty if the whole was asked for
     * @param bytes of it that are here
     */
    static Answer of(Response response, Optional<Origin> held, long bytes, Instant now) {
        int code = response.code();
        String words = ("HTTP " + code + " " + response.message()).strip();
        Optional<Duration> pause =
                Optional.ofNullable(response.header("Retry-After")).flatMap(header -> RetryAfter.parse(header, now));
        String coding = response.header("Content-Encoding", "identity").toLowerCase(Locale.ROOT);
        String range = response.header("Content-Range", "");
        if ((code == 200 || code == 206) && !coding.equals("identity")) {
            return new Answer(Kind.REFUSED, words + ", packed as " + coding + " though not asked for", pause, -1);
        }
        if (code == 206
                && held.map(origin -> origin.continuesIn(response, bytes)).orElse(false)) {
            long total = ContentRange.parse(range).map(ContentRange::total).orElse(-1L);
            return new Answer(Kind.REST, words, pause, total);
        }
        if (code == 206 || code == 416) {
            return new Answer(Kind.ODD, words + ", Content-Range \"" + range + "\", expected from " + bytes, pause, -1);
        }
        return new Answer(ofStatus(code), words, pause, -1);
    }

    /** Servers write what they like; a terminal shows it. */
    Answer {
        words = words.replaceAll("\\p{Cntrl}", "?");
    }

    private static Kind ofStatus(int code) {
        if (code == 200) {
            return Kind.WHOLE;
        }
        if (code == 403 || code == 404 || code == 410) {
            return Kind.EXPIRED;
        }
        return code == 408 || code == 425 || code == 429 || code >= 500 ? Kind.BUSY : Kind.REFUSED;
    }
}
