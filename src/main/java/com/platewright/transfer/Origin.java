// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.HttpUrl;
import okhttp3.Response;

/**
 * What bytes are known to be part of.
 *
 * @param url without its query
 * @param etag as sent, weak ones too; empty if there was none
 * @param lastModified as sent; empty if there was none
 * @param total length of the whole; -1 if it was not said
 */
record Origin(
        String url,
        String etag,
        @JsonProperty("last_modified") String lastModified,
        long total) {

    static Origin of(HttpUrl url, Response whole) {
        return new Origin(
                HttpClients.shown(url),
                whole.header("ETag", ""),
                whole.header("Last-Modified", ""),
                whole.body().contentLength());
    }

    /** What a server must confirm before more bytes are added; empty if nothing proves enough. */
    Optional<String> condition() {
        if (isStrong(etag)) {
            return Optional.of(etag);
        }
        return lastModified.isEmpty() || total < 0 ? Optional.empty() : Optional.of(lastModified);
    }

    /** Whether a partial answer (206) continues these bytes at {@code start} and to the end. */
    boolean continuesIn(Response partial, long start) {
        Optional<ContentRange> range = ContentRange.parse(partial.header("Content-Range", ""));
        return range.isPresent()
                && range.get().first() == start
                && range.get().last() == range.get().total() - 1
                && (total < 0 || range.get().total() == total)
                && same(etag, partial.header("ETag", ""))
                && same(lastModified, partial.header("Last-Modified", ""));
    }

    OptionalLong knownTotal() {
        return total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
    }

    private static boolean same(String before, String now) {
        return before.isEmpty() || now.isEmpty() || before.equals(now);
    }

    private static boolean isStrong(String etag) {
        return etag.length() > 2 && etag.startsWith("\"") && etag.endsWith("\"");
    }
}
