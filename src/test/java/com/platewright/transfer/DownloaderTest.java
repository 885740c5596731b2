// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloaderTest {
    private static final String ETAG = "\"33a64df5\"";
    private static final String DATE = "Sun, 22 Nov 2026 09:00:00 GMT";

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private final FakeTime time = new FakeTime();
    private final byte[] clip = new byte[1_000_000];
    private final RangeDispatcher files = new RangeDispatcher(clip, DATE);
    private Path target;

    @BeforeEach
    void start() throws Exception {
        new Random(1).nextBytes(clip);
        target = folder.resolve("downloads/clip.zip");
        server.setDispatcher(files);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void wholeFileArrivesUnderItsNameAndNothingElseStays() throws Exception {
        files.first(whole().addHeader("ETag", ETAG).build());
        List<Long> heard = new ArrayList<>();
        Fetched fetched = downloader(1).fetch(link(), target, (part, bytes, total) -> {
            assertThat(total).hasValue(clip.length);
            assertThat(part.toFile().length()).isGreaterThanOrEqualTo(bytes);
            heard.add(bytes);
        });
        assertThat(fetched).isEqualTo(new Fetched(target, clip.length, 0, 1));
        assertThat(target).hasBinaryContent(clip);
        assertThat(names()).containsExactly("clip.zip");
        assertThat(heard).isSorted().endsWith((long) clip.length).hasSizeGreaterThan(10);
        RecordedRequest request = requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Platewright/test");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void bodyWithoutALengthIsBelievedWhenItsChunksEnd() throws Exception {
        files.first(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(clip), 9_000)
                .build());
        assertThat(downloader(1).fetch(link(), target, Progress.NONE).bytes()).isEqualTo(clip.length);
        assertThat(target).hasBinaryContent(clip);
    }

    @Test
    void brokenConnectionGoesOnWithTheSameEtag() throws Exception {
        files.first(broken().addHeader("ETag", ETAG).build());
        files.first(new MockResponse.Builder().code(503).build());
        files.etag(ETAG);
        Fetched fetched = downloader(5).fetch(link(), target, Progress.NONE);
        assertThat(fetched.connections()).isEqualTo(3);
        assertThat(target).hasBinaryContent(clip);
        server.takeRequest(5, TimeUnit.SECONDS);
        RecordedRequest second = requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
        assertThat(second.getHeaders().get("Range")).matches("bytes=[1-9][0-9]+-");
        assertThat(second.getHeaders().get("If-Range")).isEqualTo(ETAG);
        assertThat(time.slept).hasSize(2);
    }

    @Test
    void brokenConnectionGoesOnWithTheSameDateAndLength() throws Exception {
        files.first(broken().addHeader("Last-Modified", DATE).build());
        downloader(5).fetch(link(), target, Progress.NONE);
        assertThat(target).hasBinaryContent(clip);
        server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(requireNonNull(server.takeRequest(5, TimeUnit.SECONDS))
                        .getHeaders()
                        .get("If-Range"))
                .isEqualTo(DATE);
    }

    @Test
    void laterRunGoesOnFromWhatAnEarlierOneLeft() throws Exception {
        files.first(broken().addHeader("ETag", ETAG).build());
        assertThatThrownBy(() -> downloader(1).fetch(link(), target, Progress.NONE))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("of 1000000 bytes are here; the same command goes on from them");
        assertThat(names()).containsExactly("clip.zip.part", "clip.zip.part.json");
        files.etag(ETAG);
        Fetched fetched = downloader(1).fetch(link(), target, Progress.NONE);
        assertThat(fetched.reused()).isPositive();
        assertThat(target).hasBinaryContent(clip);
        assertThat(names()).containsExactly("clip.zip");
    }

    @Test
    void weakEtagAloneProvesNothing() throws Exception {
        files.first(broken().addHeader("ETag", "W/" + ETAG).build());
        files.first(whole().build());
        downloader(2).fetch(link(), target, Progress.NONE);
        assertThat(target).hasBinaryContent(clip);
        server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(requireNonNull(server.takeRequest(5, TimeUnit.SECONDS))
                        .getHeaders()
                        .get("Range"))
                .isNull();
    }

    @Test
    void otherUrlStartsAgain() throws Exception {
        files.first(broken().addHeader("ETag", ETAG).build());
        assertThatThrownBy(() -> downloader(1).fetch(link(), target, Progress.NONE))
                .isInstanceOf(TransferException.class);
        files.first(whole().build());
        Fetched fetched = downloader(1).fetch(server.url("/other.zip").toString(), target, Progress.NONE);
        assertThat(fetched.reused()).isZero();
        assertThat(target).hasBinaryContent(clip);
    }

    @Test
    void freshLinkToTheSameFileGoesOn() throws Exception {
        files.first(broken().addHeader("ETag", ETAG).build());
        assertThatThrownBy(() -> downloader(1).fetch(link(), target, Progress.NONE))
                .isInstanceOf(TransferException.class);
        files.etag(ETAG);
        String fresh = server.url("/clip.zip?signature=fresh").toString();
        assertThat(downloader(1).fetch(fresh, target, Progress.NONE).reused()).isPositive();
        assertThat(target).hasBinaryContent(clip);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 410})
    void linkThatIsNotValidAnyMoreIsToldAtOnce(int status) {
        files.first(new MockResponse.Builder().code(status).build());
        assertThatThrownBy(() -> downloader(5).fetch(link(), target, Progress.NONE))
                .isInstanceOf(ExpiredException.class)
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining("fresh one");
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 400, 401, 402, 451})
    void refusalIsNotTriedAgain(int status) {
        files.first(new MockResponse.Builder().code(status).build());
        assertThatThrownBy(() -> downloader(5).fetch(link(), target, Progress.NONE))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("HTTP " + status);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "Sun, 22 Nov 2026 10:00:07 GMT"})
    void serverIsGrantedThePauseThatItAsksFor(String retryAfter) throws Exception {
        files.first(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", retryAfter)
                .build());
        files.first(whole().build());
        downloader(2).fetch(link(), target, Progress.NONE);
        assertThat(time.slept).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void pauseBeyondTheDeadlineEndsTheRunAtOnce() {
        files.first(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "3600")
                .build());
        assertThatThrownBy(() -> downloader(5).fetch(link(), target, Progress.NONE))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("the deadline of 60 s is reached (HTTP 503");
        assertThat(time.slept).isEmpty();
    }

    @Test
    void burstOfServerErrorsEndsAfterTheConnectionsThatAreAllowed() {
        for (int i = 0; i < 5; i++) {
            files.first(new MockResponse.Builder().code(500 + i).build());
        }
        assertThatThrownBy(() -> downloader(5).fetch(link(), target, Progress.NONE))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining("the last of 5 connections failed (HTTP 504");
        assertThat(time.slept).hasSize(4).isSortedAccordingTo(Duration::compareTo);
    }

    @Test
    void largerFileThanAllowedIsRefusedBeforeItIsFetched() {
        files.first(new MockResponse.Builder()
                .addHeader("Content-Length", "2000001")
                .build());
        assertThatThrownBy(() -> downloader(1).fetch(link(), target, Progress.NONE))
                .hasMessageContaining("has at least 2000001 bytes; the limit is 2000000");
        files.first(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(new byte[3_000_000]), 65_536)
                .build());
        assertThatThrownBy(() -> downloader(1).fetch(link(), target, Progress.NONE))
                .hasMessageContaining("the limit is 2000000");
        assertThat(target).doesNotExist();
    }

    @Test
    void packedAnswerIsRefusedBecauseItWasNotAskedFor() {
        files.first(whole().addHeader("Content-Encoding", "gzip").build());
        assertThatThrownBy(() -> downloader(1).fetch(link(), target, Progress.NONE))
                .hasMessageContaining("packed as gzip");
    }

    @Test
    void interruptedThreadKeepsItsBytesAndSaysSo() throws Exception {
        files.first(whole().addHeader("ETag", ETAG).build());
        assertThatThrownBy(() -> downloader(5).fetch(link(), target, (part, bytes, total) -> Thread.currentThread()
                        .interrupt()))
                .isInstanceOf(InterruptedException.class);
        files.etag(ETAG);
        assertThat(downloader(1).fetch(link(), target, Progress.NONE).reused()).isPositive();
        assertThat(target).hasBinaryContent(clip);
    }

    private Downloader downloader(int connections) {
        TransferLimits limits =
                new TransferLimits(Duration.ofSeconds(5), Duration.ofMinutes(1), connections, 2_000_000);
        return new Downloader(
                HttpClients.quiet("Platewright/test", limits.idle()).build(), limits, time);
    }

    private String link() {
        return server.url("/clip.zip?signature=marked").toString();
    }

    private MockResponse.Builder whole() {
        return new MockResponse.Builder().body(new Buffer().write(clip));
    }

    /** Half of the body, then the end of the connection. */
    private MockResponse.Builder broken() {
        return whole().onResponseBody(SocketEffect.ShutdownConnection.INSTANCE);
    }

    private List<String> names() throws Exception {
        try (Stream<Path> content = Files.list(target.getParent())) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
