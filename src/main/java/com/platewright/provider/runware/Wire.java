// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.Timekeeper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Posts a body once and reads the answer. Repeats nothing, follows no redirect, and knows for each failure whether the
 * request can have left.
 */
final class Wire {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Pattern KEY = Pattern.compile("[!-~]+");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d+)?");

    /** An answer beyond this many bytes is not one of this API. */
    private static final long LONGEST_REPLY = 8L << 20;

    private final HttpUrl endpoint;
    private final Supplier<String> key;
    private final Timekeeper time;
    private final Duration timeout;
    private final OkHttpClient client;

    Wire(HttpUrl endpoint, Supplier<String> key, RunwareSettings settings) {
        this.endpoint = endpoint;
        this.key = key;
        this.time = settings.time();
        this.timeout = settings.timeout();
        this.client = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .eventListenerFactory(Wire::witness)
                .build();
    }

    /** The time that one call gets, unless its body is large. */
    Duration timeout() {
        return timeout;
    }

    Reply post(JsonNode task) throws UnansweredException, ProviderException, InterruptedException {
        return post(body(task), timeout, false);
    }

    /** Posts what the service shall only judge and price. */
    Reply dryRun(JsonNode task) throws UnansweredException, ProviderException, InterruptedException {
        return post(body(task), timeout, true);
    }

    Reply post(RequestBody body, Duration longest) throws UnansweredException, ProviderException, InterruptedException {
        return post(body, longest, false);
    }

    private Reply post(RequestBody body, Duration longest, boolean dry)
            throws UnansweredException, ProviderException, InterruptedException {
        String secret = key();
        Departure departure = new Departure();
        Request.Builder request = new Request.Builder()
                .url(endpoint)
                .header("Authorization", "Bearer " + secret)
                .header("Accept", "application/json")
                .header("User-Agent", "platewright")
                .tag(Departure.class, departure)
                .post(body);
        if (dry) {
            request.header("X-Runware-Dry-Run", "1");
        }
        Call call = client.newBuilder().callTimeout(longest).build().newCall(request.build());
        try (Response response = call.execute()) {
            return new Reply(response.code(), retryAfter(response), Redaction.withoutKey(text(response), secret));
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException)
                        new InterruptedException("interrupted while the service was asked").initCause(e);
            }
            refuseCertificate(e);
            throw new UnansweredException(reason(e, longest), departure.begun, e);
        }
    }

    /** The body; of a failure that already stands in the status, as much of it as came. */
    private static String text(Response response) throws IOException {
        BufferedSource source = response.body().source();
        try {
            if (source.request(LONGEST_REPLY + 1)) {
                throw new IOException("the answer is longer than " + LONGEST_REPLY + " bytes");
            }
        } catch (IOException e) {
            if (response.isSuccessful()) {
                throw e;
            }
        }
        return source.getBuffer().readString(StandardCharsets.UTF_8);
    }

    /** Retry-After in seconds or as a date, which is taken against the service's own clock where it shows one. */
    private Optional<Duration> retryAfter(Response response) {
        String text = response.header("Retry-After", "").strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Duration.ofMillis((long) (Double.parseDouble(text) * 1000)));
        }
        Date until = response.headers().getDate("Retry-After");
        if (until == null) {
            return Optional.empty();
        }
        Date served = response.headers().getDate("Date");
        Instant now = served == null ? time.now() : served.toInstant();
        Duration wait = Duration.between(now, until.toInstant());
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }

    private String key() throws ProviderException {
        String secret = key.get().strip();
        if (secret.isEmpty()) {
            throw new ProviderException(
                    Kind.CONFIG,
                    "There is no API key. Set RUNWARE_API_KEY in the environment, or name a file that holds the key in"
                            + " provider.key_file.");
        }
        if (!KEY.matcher(secret).matches()) {
            throw new ProviderException(
                    Kind.CONFIG,
                    "The API key holds blanks, line breaks or letters beyond ASCII. It is one word on one line; check"
                            + " RUNWARE_API_KEY or the file named by provider.key_file.");
        }
        return secret;
    }

    private void refuseCertificate(IOException e) throws ProviderException {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof CertificateException
                    || t instanceof CertPathValidatorException
                    || t instanceof SSLPeerUnverifiedException) {
                throw new ProviderException(
                        Kind.CONFIG,
                        "The certificate of " + endpoint.host() + " is not trusted: " + t.getMessage()
                                + ". Nothing was sent. Check provider.endpoint, this machine's clock, or a proxy whose"
                                + " certificate Java does not know.");
            }
        }
    }

    private String reason(IOException e, Duration longest) {
        String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "no answer from " + endpoint.host() + " (" + what
                + ("timeout".equals(what) ? " after " + longest.toSeconds() + " s" : "") + ")";
    }

    private static RequestBody body(JsonNode task) {
        return RequestBody.create(task.toString(), JSON);
    }

    private static EventListener witness(Call call) {
        Departure departure = call.request().tag(Departure.class);
        return departure == null ? EventListener.NONE : departure;
    }

    /** Sees whether a request began to leave. */
    private static final class Departure extends EventListener {
        private volatile boolean begun;

        @Override
        public void requestHeadersStart(Call call) {
            begun = true;
        }
    }
}
