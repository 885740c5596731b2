// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.provider.GenerationRequest;
import com.platewright.provider.GenerationTask;
import com.platewright.provider.Keyframe;
import com.platewright.provider.MediaInput;
import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.VideoProvider.Acceptance;
import com.platewright.provider.runware.ScriptedServer.Effect;
import com.platewright.provider.runware.ScriptedServer.Received;
import com.platewright.provider.runware.ScriptedServer.Turn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
    private static final Turn ACK = Turn.reply(200, Bench.ACK);
    private static final Turn STORED = stored("media-1");
    private static final Turn GONE =
            Turn.reply(400, "{\"errors\":[{\"code\":\"mediaNotFound\",\"taskUUID\":\"" + Bench.TASK + "\"}]}");

    @TempDir
    private Path folder;

    @Test
    void aStillTravelsOnceAsADataUriAndIsThenNamedByItsId() throws Exception {
        Path still = still();
        GenerationTask task = Bench.task(new MediaInput(still, "digest"));
        try (Bench bench = Bench.of(STORED, ACK)) {
            assertThat(bench.client.submit(task, bench.deadline(60))).isEqualTo(Acceptance.ACCEPTED);
            bench.client.submit(task, bench.deadline(60));
            Received upload = bench.server.received("mediaStorage").get(0);
            assertThat(upload.task().path("operation").asText()).isEqualTo("upload");
            assertThat(content(upload, "image/png")).isEqualTo(Files.readAllBytes(still));
            assertThat(bench.server.received("mediaStorage")).hasSize(1);
            assertThat(bench.server.received("videoInference")).hasSize(2).allSatisfy(r -> assertThat(
                            r.task().path("inputs").toString())
                    .isEqualTo("{\"frameImages\":[{\"image\":\"media-1\",\"frame\":\"first\"}]}"));
        }
    }

    @Test
    void anIdThatIsRememberedIsNotUploadedAgain() throws Exception {
        try (Bench bench = Bench.of(ACK)) {
            bench.uploaded.remember("digest", "media-9");
            bench.client.submit(Bench.task(new MediaInput(folder.resolve("gone.png"), "digest")), bench.deadline(60));
            assertThat(bench.server.received()).singleElement().satisfies(r -> assertThat(r.body())
                    .contains("\"media-9\""));
        }
    }

    @Test
    void aStillThatIsRefusedBeforeASecondSendingSaysNothingOfTheFirst() throws Exception {
        Turn refused = Turn.reply(400, "{\"errors\":[{\"code\":\"invalidMedia\",\"message\":\"no\"}]}");
        Turn running = Turn.reply(200, "{\"data\":[{\"taskUUID\":\"" + Bench.TASK + "\",\"status\":\"processing\"}]}");
        GenerationRequest request =
                Bench.task(new MediaInput(still(), "digest")).request();
        GenerationTask again = new GenerationTask(Bench.TASK, request, true);
        try (Bench bench = Bench.of(refused, running)) {
            assertThat(bench.client.submit(again, bench.deadline(60))).isEqualTo(Acceptance.ALREADY_KNOWN);
            assertThat(bench.server.received("videoInference")).isEmpty();
        }
        try (Bench bench = Bench.of(refused, Turn.reply(200, "{\"data\":[]}"))) {
            assertThatThrownBy(() -> bench.client.submit(again, bench.deadline(60)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED_IN_DOUBT));
        }
    }

    @Test
    void oneContentInTwoPlacesTravelsOnce() throws Exception {
        MediaInput still = new MediaInput(still(), "digest");
        GenerationRequest request = Bench.request(List.of(new Keyframe(still, 0), new Keyframe(still, 80)));
        try (Bench bench = Bench.of(STORED, ACK)) {
            bench.client.submit(new GenerationTask(Bench.TASK, request, false), bench.deadline(60));
            assertThat(bench.server.received("mediaStorage")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mediaNotFound", "mediaExpired"})
    void whatTheServiceHasForgottenIsUploadedAgainForTheSameTask(String code) throws Exception {
        Turn gone = Turn.reply(400, "{\"errors\":[{\"code\":\"" + code + "\",\"taskUUID\":\"" + Bench.TASK + "\"}]}");
        try (Bench bench = Bench.of(gone, stored("media-2"), ACK)) {
            bench.uploaded.remember("digest", "media-1");
            GenerationTask task = Bench.task(new MediaInput(still(), "digest"));
            assertThat(bench.client.submit(task, bench.deadline(60))).isEqualTo(Acceptance.ACCEPTED);
            assertThat(bench.uploaded.find("digest")).contains("media-2");
            List<Received> sent = bench.server.received("videoInference");
            assertThat(sent).hasSize(2);
            assertThat(sent.get(0).body()).contains("media-1");
            assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body().replace("media-1", "media-2"));
        }
    }

    @Test
    void aServiceThatForgetsAgainAtOnceIsBelieved() throws Exception {
        try (Bench bench = Bench.of(STORED, GONE, STORED, GONE, STORED, GONE, STORED, GONE)) {
            GenerationTask task = Bench.task(new MediaInput(still(), "digest"));
            assertThatThrownBy(() -> bench.client.submit(task, bench.deadline(600)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                    .hasMessageContaining("mediaNotFound");
            assertThat(bench.server.received("videoInference")).hasSize(2);
        }
    }

    @Test
    void anUploadIsRepeatedUnderAnIdOfItsOwn() throws Exception {
        Turn busy = Turn.reply(503, "<html>later</html>");
        try (Bench bench = Bench.of(Turn.of(Effect.CUT_AFTER), busy, Turn.of(Effect.RESET), STORED, ACK)) {
            GenerationTask task = Bench.task(new MediaInput(still(), "digest"));
            assertThat(bench.client.submit(task, bench.deadline(600))).isEqualTo(Acceptance.ACCEPTED);
            Stream<String> ids = bench.server.received("mediaStorage").stream()
                    .map(r -> r.task().path("taskUUID").asText());
            assertThat(ids).hasSize(4).doesNotHaveDuplicates().doesNotContain(Bench.TASK.toString());
            assertThat(bench.server.received("videoInference")).hasSize(1);
        }
    }

    @Test
    void anUploadThatNeverSucceedsLeavesNothingAsked() throws Exception {
        try (Bench bench = Bench.of(Turn.of(Effect.CUT_AFTER))) {
            GenerationTask task = Bench.task(new MediaInput(still(), "digest"));
            assertThatThrownBy(() -> bench.client.submit(task, bench.deadline(30)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY))
                    .hasMessageContaining("upload of still.png")
                    .hasMessageContaining("Nothing was accepted");
            assertThat(bench.server.received("videoInference")).isEmpty();
        }
    }

    @Test
    void aRefusedUploadIsARefusal() throws Exception {
        try (Bench bench = Bench.of(Turn.reply(413, "<html>Too large</html>"))) {
            GenerationTask task = Bench.task(new MediaInput(still(), "digest"));
            assertThatThrownBy(() -> bench.client.submit(task, bench.deadline(600)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                    .hasMessageContaining("still.png")
                    .hasMessageContaining("HTTP 413");
            assertThat(bench.server.received()).hasSize(1);
        }
    }

    @Test
    void anUploadWithoutAnIdIsNotTakenForOne() throws Exception {
        String noId = "{\"data\":[{\"taskType\":\"mediaStorage\",\"taskUUID\":\"ECHO\",\"operation\":\"upload\"}]}";
        try (Bench bench = Bench.of(Turn.reply(200, noId))) {
            GenerationTask task = Bench.task(new MediaInput(still(), "digest"));
            assertThatThrownBy(() -> bench.client.submit(task, bench.deadline(600)))
                    .hasMessageContaining("mediaUUID");
            assertThat(bench.uploaded.find("digest")).isEmpty();
        }
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        try (Bench bench = Bench.of(ACK)) {
            GenerationTask task = Bench.task(new MediaInput(folder.resolve("nowhere.png"), "digest"));
            assertThatThrownBy(() -> bench.client.submit(task, bench.deadline(60)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INPUT))
                    .hasMessageContaining("nowhere.png");
            assertThat(bench.server.received()).isEmpty();
        }
    }

    @Test
    void aFileOfAnotherKindIsNamedWhateverItsSuffix() throws Exception {
        Path exr =
                Files.write(folder.resolve("plate.png"), new byte[] {0x76, 0x2f, 0x31, 0x01, 2, 0, 0, 0, 0, 0, 0, 0});
        try (Bench bench = Bench.of(ACK)) {
            assertThatThrownBy(() -> bench.client.submit(Bench.task(new MediaInput(exr, "d")), bench.deadline(60)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INPUT))
                    .hasMessageContaining("plate.png is not a PNG");
        }
    }

    @Test
    void aFileThatShrinksBeneathTheUploadIsNotStoredHalf() throws Exception {
        Path still = still();
        MediaFormat format = MediaFormat.of(Files.readAllBytes(still)).orElseThrow();
        UploadBody body = new UploadBody(Bench.TASK, format, still, Files.size(still) + 300);
        try (Bench bench = Bench.of(STORED)) {
            var call = new OkHttpClient()
                    .newCall(new Request.Builder()
                            .url(bench.server.endpoint())
                            .post(body)
                            .build());
            assertThatThrownBy(call::execute).isInstanceOf(IOException.class);
            assertThat(bench.server.received()).isEmpty();
        }
    }

    /** Sizes around the encoder's groups of three and its buffers. */
    @ParameterizedTest
    @ValueSource(ints = {12, 13, 14, 8190, 8191, 8192, 8193, 300_001})
    void everyLengthArrivesWhole(int length) throws Exception {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, bytes, 0, 3);
        Path file = Files.write(folder.resolve("noise.jpg"), bytes);
        try (Bench bench = Bench.of(STORED, ACK)) {
            bench.client.submit(Bench.task(new MediaInput(file, "digest")), bench.deadline(60));
            Received upload = bench.server.received("mediaStorage").get(0);
            assertThat(upload.headers())
                    .containsEntry("Content-Length", "" + upload.body().length());
            assertThat(content(upload, "image/jpeg")).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d, PNG",
        "ffd8ffe000104a4649460001, JPEG",
        "524946460000000057454250, WEBP",
        "00000018667479706d703432, MP4",
        "000000206674797069736f6d, MP4",
        "00000014667479707174 2020, MOV",
        "1a45dfa39f42868101428101, WEBM",
        "524946460000000057415645, ",
        "504b03041400000000000000, ",
        "ffd8, ",
        "'', "
    })
    void kindsAreKnownByTheirFirstBytes(String hex, MediaFormat format) {
        byte[] head = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertThat(MediaFormat.of(head)).isEqualTo(Optional.ofNullable(format));
    }

    private Path still() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 36, BufferedImage.TYPE_INT_RGB), "png", png);
        return Files.write(folder.resolve("still.png"), png.toByteArray());
    }

    private static Turn stored(String id) {
        return Turn.reply(
                200,
                "{\"data\":[{\"taskType\":\"mediaStorage\",\"taskUUID\":\"ECHO\",\"operation\":\"upload\",\"mediaUUID\":\""
                        + id + "\",\"mediaURL\":\"https://im.runware.ai/x\"}]}");
    }

    private static byte[] content(Received upload, String mime) {
        String uri = upload.task().path("media").asText();
        String head = "data:" + mime + ";base64,";
        assertThat(uri).startsWith(head);
        return Base64.getDecoder().decode(uri.substring(head.length()).getBytes(StandardCharsets.US_ASCII));
    }
}
