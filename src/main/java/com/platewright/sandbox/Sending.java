// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.fault.Fault;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The ways in which an answer leaves, the wrong ones among them. */
final class Sending {
    /** No client of sound mind waits longer for an answer that hangs. */
    private static final long LONGEST_HANG_S = 3600;

    private Sending() {}

    static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        bytes(exchange, status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static void text(HttpExchange exchange, int status, String text) throws IOException {
        bytes(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static void bytes(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Closes the connection without a byte of an answer. */
    static void cut(HttpExchange exchange) {
        exchange.close();
    }

    /** Keeps the connection open and silent, then closes it. */
    static void hang(HttpExchange exchange) throws InterruptedIOException {
        pause(LONGEST_HANG_S * 1000);
        exchange.close();
    }

    /** An answer that a gateway gives in the service's place. */
    static void answer(HttpExchange exchange, Fault.Answer answer) throws IOException {
        answer.retryAfter().ifPresent(s -> exchange.getResponseHeaders().set("Retry-After", Integer.toString(s)));
        answer.retryAfterDate().ifPresent(s -> exchange.getResponseHeaders()
                .set(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(s))));
        String type = answer.contentType().orElse("text/html; charset=utf-8");
        bytes(exchange, answer.status(), type, answer.text().getBytes(StandardCharsets.UTF_8));
    }

    /** JSON that ends in the middle, in a well-formed HTTP message. */
    static void garbled(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] whole = body.toString().getBytes(StandardCharsets.UTF_8);
        bytes(exchange, status, "application/json", Arrays.copyOf(whole, whole.length / 2));
    }

    /** Byte by byte. */
    static void drip(HttpExchange exchange, int status, JsonNode body, int millis) throws IOException {
        byte[] whole = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, whole.length);
        try (OutputStream out = exchange.getResponseBody()) {
            for (byte one : whole) {
                out.write(one);
                out.flush();
                pause(millis);
            }
        }
    }

    static void pause(long millis) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the sandbox is closing");
        }
    }
}
