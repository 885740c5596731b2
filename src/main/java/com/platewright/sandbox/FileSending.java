// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.platewright.sandbox.fault.Fault;
import com.platewright.sandbox.ledger.Task;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file to one client: length, ETag and one range at a time (RFC 9110 sections 8.8.3, 13.1.5 and 14), unless a fault wants
 * it otherwise. A request for several ranges gets the whole file, as the RFC allows.
 */
final class FileSending {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /** Bytes from {@code first} to {@code last}, both included. */
    private record Span(long first, long last) {
        long length() {
            return last - first + 1;
        }
    }

    private final Path file;
    private final Task.Named named;
    private final List<Fault> wrong;

    FileSending(Path file, Task.Named named, List<Fault> wrong) {
        this.file = file;
        this.named = named;
        this.wrong = wrong;
    }

    void to(HttpExchange exchange) throws IOException {
        long size = Files.size(file);
        headers(exchange.getResponseHeaders());
        boolean ranges = !is(Fault.NoRange.class) && !is(Fault.NoLength.class);
        if (ranges) {
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        }
        String asked = exchange.getRequestHeaders().getFirst("Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        Span whole = new Span(0, size - 1);
        if (!ranges || !range.matches() || !isSameFile(exchange)) {
            body(exchange, 200, whole);
            return;
        }
        Optional<Span> part = span(range, size);
        if (part.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + size);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        Span span = part.get();
        exchange.getResponseHeaders().set("Content-Range", "bytes " + span.first() + "-" + span.last() + "/" + size);
        body(exchange, 206, span);
    }

    private void headers(Headers headers) throws IOException {
        headers.set(
                "Content-Type",
                Fault.first(wrong, Fault.ContentType.class)
                        .map(Fault.ContentType::type)
                        .orElse(named.kind().contentType()));
        headers.set("Last-Modified", changed());
        Optional<Fault.Etag> fault = Fault.first(wrong, Fault.Etag.class);
        if (fault.isEmpty()) {
            headers.set("ETag", etag());
        } else if (fault.get().what() == Fault.EtagAs.CHANGING) {
            headers.set("ETag", "\"" + UUID.randomUUID() + "\"");
        }
    }

    /** Whether a condition on the range holds; without one it does. */
    private boolean isSameFile(HttpExchange exchange) throws IOException {
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        String etag = exchange.getResponseHeaders().getFirst("ETag");
        return condition == null || condition.equals(etag) || condition.equals(changed());
    }

    private static Optional<Span> span(Matcher range, long size) {
        boolean tail = range.group(1).isEmpty();
        if (tail && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        long first = tail ? Math.max(0, size - Long.parseLong(range.group(2))) : Long.parseLong(range.group(1));
        long last = tail || range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        return first <= last && first < size ? Optional.of(new Span(first, last)) : Optional.empty();
    }

    private void body(HttpExchange exchange, int status, Span span) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            if (!is(Fault.NoLength.class)) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(span.length()));
            }
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, is(Fault.NoLength.class) ? 0 : span.length());
        Optional<Double> end = Fault.first(wrong, Fault.Truncate.class)
                .map(Fault.Truncate::share)
                .or(() -> Fault.first(wrong, Fault.Stall.class).map(Fault.Stall::share));
        long length = end.map(share -> (long) (span.length() * share)).orElse(span.length());
        copy(exchange.getResponseBody(), new Span(span.first(), span.first() + length - 1));
        if (is(Fault.Stall.class)) {
            exchange.getResponseBody().flush();
            Sending.hang(exchange);
        } else if (is(Fault.Truncate.class)) {
            exchange.getResponseBody().flush();
            Sending.cut(exchange);
        } else {
            exchange.getResponseBody().close();
        }
    }

    private void copy(OutputStream out, Span span) throws IOException {
        long flip = Fault.first(wrong, Fault.Corrupt.class)
                .map(c -> Math.min(size() - 1, (long) (size() * c.share())))
                .orElse(-1L);
        Optional<Fault.Rate> rate = Fault.first(wrong, Fault.Rate.class);
        long start = System.nanoTime();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (FileChannel in = FileChannel.open(file)) {
            long at = span.first();
            while (at <= span.last()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), span.last() - at + 1));
                int count = in.read(buffer, at);
                if (count < 0) {
                    throw new IOException(file + " ended at byte " + at + " while it was being sent");
                }
                if (flip >= at && flip < at + count) {
                    buffer.array()[(int) (flip - at)] ^= 0x10;
                }
                out.write(buffer.array(), 0, count);
                at += count;
                if (rate.isPresent()) {
                    double due = (at - span.first()) / rate.get().bytesPerSecond() * 1000;
                    Sending.pause((long) due - (System.nanoTime() - start) / 1_000_000);
                }
            }
        }
    }

    private long size() {
        return file.toFile().length();
    }

    /** The same for the same bytes: a clip that is rendered again is equal. */
    private String etag() {
        return "\"" + named.task().id() + "-" + named.result() + "-" + Long.toHexString(size()) + "\"";
    }

    private String changed() throws IOException {
        Instant made = Files.getLastModifiedTime(file).toInstant();
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(made.atZone(ZoneOffset.UTC));
    }

    private boolean is(Class<? extends Fault> kind) {
        return Fault.first(wrong, kind).isPresent();
    }
}
