// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import static com.platewright.transfer.RawServer.reply;
import static com.platewright.transfer.RawServer.reset;
import static com.platewright.transfer.RawServer.stall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers, proxies and networks do wrong. */
class HostileServerTest {
    private static final String WHOLE = """
            HTTP/1.1 200 OK
            Content-Length: 100000
            ETag: "a"
            """;
    private static final Duration IDLE = Duration.ofMillis(1500);
    private static final int HALF = 50_000;

    @TempDir
    Path folder;

    private final byte[] clip = new byte[100_000];
    private Path target;

    @BeforeEach
    void make() {
        new Random(2).nextBytes(clip);
        target = folder.resolve("clip.zip");
    }

    @Test
    void resetInTheMiddleGoesOn() throws Exception {
        try (RawServer server = new RawServer(reset(WHOLE, half()), rest("50000-99999/100000", "\"a\""))) {
            fetch(server);
            assertThat(server.requests.get(1)).contains("Range: bytes=50000-").contains("If-Range: \"a\"");
        }
    }

    @Test
    void silenceInTheMiddleIsEndedByTheIdleTimeoutAndGoesOn() throws Exception {
        try (RawServer server = new RawServer(stall(WHOLE, half()), rest("50000-99999/100000", "\"a\""))) {
            long start = System.nanoTime();
            fetch(server);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(IDLE, Duration.ofSeconds(30));
        }
    }

    @Test
    void dripThatNeverFallsSilentIsEndedByTheDeadline() throws Exception {
        RawServer.Reply drip = (socket, request) -> {
            OutputStream out = socket.getOutputStream();
            out.write(WHOLE.strip().replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 1000; i++) {
                out.write(clip[i]);
                Thread.sleep(50);
            }
        };
        try (RawServer server = new RawServer(drip)) {
            long start = System.nanoTime();
            assertThatThrownBy(() ->
                            downloader(Duration.ofSeconds(1)).fetch(server.link("/clip.zip"), target, Progress.NONE))
                    .isInstanceOfSatisfying(TransferException.class, e -> assertThat(e.retryable())
                            .isTrue())
                    .hasMessageContaining("the deadline of 1 s is reached");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            assertThat(Files.size(folder.resolve("clip.zip.part"))).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "49999-99999/100000",
                "50001-99999/100000",
                "50000-99998/100000",
                "50000-99999/100001",
                "0-49999/*"
            })
    void partThatDoesNotContinueStartsAgain(String range) throws Exception {
        try (RawServer server = new RawServer(reset(WHOLE, half()), rest(range, "\"a\""), reply(WHOLE, clip))) {
            fetch(server);
            assertThat(server.requests.get(2)).doesNotContain("Range");
        }
    }

    @Test
    void partOfAnotherFileStartsAgain() throws Exception {
        try (RawServer server =
                new RawServer(reset(WHOLE, half()), rest("50000-99999/100000", "\"b\""), reply(WHOLE, clip))) {
            fetch(server);
        }
    }

    @Test
    void ignoredRangeStartsAgainWithTheWholeThatCame() throws Exception {
        try (RawServer server = new RawServer(reset(WHOLE, half()), reply(WHOLE.replace("\"a\"", "\"b\""), clip))) {
            fetch(server);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void rangeBeyondTheEndStartsAgain() throws Exception {
        String tooFar = "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */20\nContent-Length: 0\n";
        try (RawServer server = new RawServer(reset(WHOLE, half()), reply(tooFar, new byte[0]), reply(WHOLE, clip))) {
            fetch(server);
        }
    }

    @Test
    void partThatNobodyAskedForIsNotTaken() throws Exception {
        try (RawServer server = new RawServer(rest("50000-99999/100000", "\"a\""), reply(WHOLE, clip))) {
            fetch(server);
        }
    }

    @Test
    void shortBodyOfAWholeLengthIsNotTaken() throws Exception {
        try (RawServer server = new RawServer(reply(WHOLE, half()), rest("50000-99999/100000", "\"a\""))) {
            fetch(server);
        }
    }

    @Test
    void lengthlessBodyEndsWithItsConnection() throws Exception {
        try (RawServer server = new RawServer(reply("HTTP/1.0 200 OK\n", clip))) {
            fetch(server);
        }
    }

    @Test
    void chunksThatBreakOffAreNotTaken() throws Exception {
        byte[] cut = "10000\r\nabc".getBytes(StandardCharsets.ISO_8859_1);
        try (RawServer server =
                new RawServer(reply("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n", cut), reply(WHOLE, clip))) {
            fetch(server);
        }
    }

    @Test
    void nonsenseIsTriedAgain() throws Exception {
        try (RawServer server =
                new RawServer(reply("ICY 200 OK\n", clip), reply("", new byte[0]), reply(WHOLE, clip))) {
            fetch(server);
        }
    }

    @Test
    void webPageWithStatus200IsAFileLikeAnyOther() throws Exception {
        byte[] page = "<html>login</html>".getBytes(StandardCharsets.ISO_8859_1);
        try (RawServer server = new RawServer(reply("HTTP/1.1 200 OK\nContent-Length: 18\n", page))) {
            downloader(Duration.ofMinutes(1)).fetch(server.link("/clip.zip"), target, Progress.NONE);
            assertThat(target).hasBinaryContent(page);
        }
    }

    @Test
    void redirectsAreFollowedOnThisMachineAndNotForEver() throws Exception {
        try (RawServer server = new RawServer(
                reply("HTTP/1.1 302 Found\nLocation: /elsewhere?key=marked\nContent-Length: 0\n", new byte[0]),
                reply(WHOLE, clip))) {
            fetch(server);
            assertThat(server.requests.get(1)).startsWith("GET /elsewhere?key=marked ");
        }
        try (RawServer server =
                new RawServer(reply("HTTP/1.1 307 Again\nLocation: /loop\nContent-Length: 0\n", new byte[0]))) {
            assertThatThrownBy(() -> fetch(server)).hasMessageContaining("redirected more than 10 times");
            assertThat(server.requests).hasSize(11);
        }
    }

    @Test
    void redirectToPlainHttpElsewhereIsRefusedBeforeItIsAsked() throws Exception {
        try (RawServer server = new RawServer(reply(
                "HTTP/1.1 302 Found\nLocation: http://192.0.2.1/clip.zip?key=marked\nContent-Length: 0\n",
                new byte[0]))) {
            assertThatThrownBy(() -> fetch(server))
                    .isInstanceOf(TransferException.class)
                    .hasMessageContaining("redirected to plain http, http://192.0.2.1/clip.zip. Only https");
        }
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        assertThatThrownBy(() ->
                        downloader(Duration.ofMinutes(1)).fetch("http://192.0.2.1/x?key=marked", target, Progress.NONE))
                .hasMessage("The link http://192.0.2.1/x is plain http to another machine. Only https is fetched.");
        assertThatThrownBy(() ->
                        downloader(Duration.ofMinutes(1)).fetch("ftp://192.0.2.1/x?key=marked", target, Progress.NONE))
                .hasMessageNotContaining("marked");
    }

    @Test
    void queryIsInNoMessageAndNoFile() throws Exception {
        try (RawServer server = new RawServer(reset(WHOLE, half()))) {
            StringWriter trace = new StringWriter();
            try {
                downloader(Duration.ofMinutes(1))
                        .fetch(server.link("/clip.zip?signature=marked"), target, Progress.NONE);
            } catch (TransferException e) {
                e.printStackTrace(new PrintWriter(trace, true));
            }
            assertThat(trace.toString()).contains("/clip.zip stopped").doesNotContain("marked");
            assertThat(Files.readString(folder.resolve("clip.zip.part.json")))
                    .contains("/clip.zip\"")
                    .doesNotContain("marked");
        }
    }

    private void fetch(RawServer server) throws Exception {
        downloader(Duration.ofMinutes(1)).fetch(server.link("/clip.zip?signature=marked"), target, Progress.NONE);
        assertThat(target).hasBinaryContent(clip);
        assertThat(folder.resolve("clip.zip.part")).doesNotExist();
        assertThat(folder.resolve("clip.zip.part.json")).doesNotExist();
    }

    private Downloader downloader(Duration deadline) {
        TransferLimits limits = new TransferLimits(IDLE, deadline, 4, 1_000_000);
        return new Downloader(
                HttpClients.quiet("Platewright/test", limits.idle()).build(), limits, new FakeTime());
    }

    private byte[] half() {
        return Arrays.copyOf(clip, HALF);
    }

    private RawServer.Reply rest(String range, String etag) {
        return reply(
                "HTTP/1.1 206 Partial Content\nContent-Range: bytes " + range + "\nETag: " + etag
                        + "\nContent-Length: 50000\n",
                Arrays.copyOfRange(clip, HALF, clip.length));
    }
}
