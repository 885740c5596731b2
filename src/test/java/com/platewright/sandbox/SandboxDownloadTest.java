// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import static com.platewright.sandbox.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.fault.FaultScript;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxDownloadTest {
    @TempDir
    private static Path folder;

    private static SandboxServer server;
    private static Wire wire;
    private static String zip;
    private static String movie;
    private static byte[] bytes;

    @BeforeAll
    static void renderOneClip() throws Exception {
        server = SandboxServer.start(SandboxSettings.in(folder, new TinyRenderer())
                .withFaults(FaultScript.parse(
                        "[{on: submit, do: {clip: {frames: 3, movie_frames: 2, width: 320, height: 180}}}]")));
        wire = new Wire(server);
        wire.submit(ID);
        JsonNode item = wire.wait(ID).item();
        movie = item.path("videoURL").asText();
        zip = item.at("/outputs/files/0/url").asText();
        bytes = wire.get(zip).body();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void withoutFaults() throws Exception {
        wire.faults("[]");
    }

    @Test
    void aFileIsSentWithItsLengthTypeAndTag() throws Exception {
        HttpResponse<byte[]> whole = wire.get(zip);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(header(whole, "Content-Length")).isEqualTo(Integer.toString(bytes.length));
        assertThat(header(whole, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "ETag")).matches("\"[^\"]+\"");
        assertThat(header(wire.get(movie), "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(wire.get(movie), "ETag")).isNotEqualTo(header(whole, "ETag"));
    }

    @Test
    void headTellsTheSameWithoutTheBytes() throws Exception {
        HttpResponse<String> head = wire.send(
                        wire.request(URI.create(zip).getPath()).method("HEAD", BodyPublishers.noBody()))
                .whole();
        assertThat(head.headers().firstValue("Content-Length")).hasValue(Integer.toString(bytes.length));
        assertThat(head.headers().firstValue("ETag")).hasValue(header(wire.get(zip), "ETag"));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void rangesAreSentExactly() throws Exception {
        HttpResponse<byte[]> part = wire.get(zip, "Range", "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 100-199/" + bytes.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 100, 200));
        assertThat(wire.get(zip, "Range", "bytes=100-").body()).isEqualTo(Arrays.copyOfRange(bytes, 100, bytes.length));
        assertThat(wire.get(zip, "Range", "bytes=-10").body())
                .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 10, bytes.length));
        HttpResponse<byte[]> beyond = wire.get(zip, "Range", "bytes=" + bytes.length + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + bytes.length);
        assertThat(wire.get(zip, "Range", "bytes=0-1,5-6").statusCode()).isEqualTo(200);
    }

    @Test
    void aRangeOfAnotherFileThanBeforeIsTheWholeFile() throws Exception {
        String tag = header(wire.get(zip), "ETag");
        assertThat(wire.get(zip, "Range", "bytes=5-", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(wire.get(zip, "Range", "bytes=5-", "If-Range", "\"else\"").body())
                .isEqualTo(bytes);
    }

    @Test
    void lengthAndRangesMayBeMissing() throws Exception {
        wire.faults("[{on: download, file: zip, do: no_length}]");
        HttpResponse<byte[]> whole = wire.get(zip, "Range", "bytes=5-");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Length")).isEmpty();
        assertThat(whole.body()).isEqualTo(bytes);
        assertThat(wire.get(movie).headers().firstValue("Content-Length")).isPresent();

        wire.faults("[{on: download, do: no_range}]");
        whole = wire.get(zip, "Range", "bytes=5-");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Accept-Ranges")).isEmpty();
    }

    @Test
    void aBodyMayEndEarlyOnce() throws Exception {
        wire.faults("[{on: download, times: 1, do: {truncate: 0.5}}]");
        assertThatThrownBy(() -> wire.get(zip)).isInstanceOf(IOException.class);
        assertThat(wire.get(zip).body()).isEqualTo(bytes);
    }

    @Test
    void aBodyMayStopWithoutAnEnd() throws Exception {
        wire.faults("[{on: download, do: {stall: 0.5}}]");
        try (Socket socket = new Socket(URI.create(zip).getHost(), server.port())) {
            socket.setSoTimeout(700);
            String request = "GET " + URI.create(zip).getPath() + " HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            int[] count = {0};
            assertThatThrownBy(() -> {
                        while (in.read() >= 0) {
                            count[0]++;
                        }
                    })
                    .isInstanceOf(SocketTimeoutException.class);
            assertThat(count[0]).isBetween(bytes.length / 2, bytes.length / 2 + 1000);
        }
    }

    @Test
    void oneBitMayTurnOverOnTheWay() throws Exception {
        wire.faults("[{on: download, times: 1, do: {corrupt: 0.6}}]");
        byte[] damaged = wire.get(zip).body();
        int at = Arrays.mismatch(damaged, bytes);
        assertThat(at).isEqualTo((int) (bytes.length * 0.6));
        assertThat(damaged[at] ^ bytes[at]).isEqualTo(0x10);
        assertThat(Arrays.mismatch(
                        Arrays.copyOfRange(damaged, at + 1, damaged.length),
                        Arrays.copyOfRange(bytes, at + 1, bytes.length)))
                .isEqualTo(-1);
    }

    @Test
    void aFileMayBeGoneForbiddenOrAPage() throws Exception {
        wire.faults("[{on: download, times: 1, do: {answer: {status: 404}}}]");
        assertThat(wire.get(zip).statusCode()).isEqualTo(404);
        wire.faults("[{on: download, times: 1, do: {answer: {status: 403}}}]");
        assertThat(wire.get(zip).statusCode()).isEqualTo(403);
        wire.faults("[{on: download, times: 1, do: {answer: {status: 200}}}]");
        assertThat(new String(wire.get(zip).body(), StandardCharsets.UTF_8)).startsWith("<html>");
        wire.faults("[{on: download, do: {content_type: text/plain}}]");
        assertThat(header(wire.get(zip), "Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void anAddressMayExpireBetweenTwoRangesOfItsFile() throws Exception {
        wire.faults("[{on: download, after: 1, times: 1, do: {answer: {status: 403}}}]");
        assertThat(wire.get(zip, "Range", "bytes=0-99").statusCode()).isEqualTo(206);
        assertThat(wire.get(zip, "Range", "bytes=100-199").statusCode()).isEqualTo(403);
        assertThat(wire.get(zip, "Range", "bytes=100-199").statusCode()).isEqualTo(206);
    }

    @Test
    void aFileMayBeAtAnotherHost() throws Exception {
        wire.faults("[{on: download, do: {redirect: localhost}}]");
        HttpResponse<byte[]> moved = wire.get(zip);
        assertThat(moved.statusCode()).isEqualTo(302);
        String there = header(moved, "Location");
        assertThat(there).startsWith("http://localhost:" + server.port() + "/video/");
        assertThat(wire.get(there).body()).isEqualTo(bytes);
    }

    @Test
    void tagsMayBeMissingOrChange() throws Exception {
        wire.faults("[{on: download, do: {etag: none}}]");
        assertThat(wire.get(zip).headers().firstValue("ETag")).isEmpty();
        wire.faults("[{on: download, do: {etag: changing}}]");
        String tag = header(wire.get(zip), "ETag");
        assertThat(wire.get(zip, "Range", "bytes=5-", "If-Range", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertThat(wire.get(zip.replaceFirst("vi/.", "vi/0")).statusCode()).isEqualTo(404);
        assertThat(wire.get(zip + "/../../task.json").statusCode()).isEqualTo(404);
        assertThat(wire.send(wire.request(URI.create(zip).getPath()).DELETE()).status())
                .isEqualTo(405);
    }

    @Test
    void aFileIsGoneWhenItsTimeToLiveIsOver() throws Exception {
        String id = "44444444-4444-4444-8444-444444444444";
        wire.faults("[{on: submit, do: {clip: {frames: 1, movie_frames: 1, width: 32, height: 16}}}]");
        wire.submit(id, ",\"ttl\":1");
        String url = wire.wait(id).item().path("videoURL").asText();
        Thread.sleep(1200);
        assertThat(wire.get(url).statusCode()).isEqualTo(404);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
