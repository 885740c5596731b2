// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import static com.platewright.sandbox.Wire.ID;
import static com.platewright.sandbox.Wire.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What an account has besides tasks: keys, uploads, an archive, a balance. */
class SandboxAccountTest extends SandboxTest {
    @Test
    void keysAreAskedForAndMayComeAsATask() throws Exception {
        server.close();
        start(SandboxSettings.in(folder, new TinyRenderer()).withKey("right"));
        String ping = "{\"taskType\":\"ping\",\"ping\":true}";
        assertThat(wire.post("[" + ping + "]").code()).isEqualTo("invalidApiKey");
        Wire.Answer none = wire.send(wire.request("/v1").POST(BodyPublishers.ofString("[" + ping + "]")));
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.code()).isEqualTo("missingApiKey");
        String inside = "[{\"taskType\":\"authentication\",\"apiKey\":\"right\"}," + ping + "]";
        Wire.Answer answer = wire.send(wire.request("/v1").POST(BodyPublishers.ofString(inside)));
        assertThat(answer.json().path("data").path(1).path("pong").asBoolean()).isTrue();
    }

    @Test
    void anUploadCanBeUsedAsAStillUntilItIsDeleted() throws Exception {
        Path png = folder.resolve("still.png");
        Tool.run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=32x16", "-frames:v", "1", png.toString());
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(png));
        JsonNode stored = wire.post(storage("upload", data)).item();
        String media = stored.path("mediaUUID").asText();
        assertThat(wire.get(stored.path("mediaURL").asText()).body()).isEqualTo(Files.readAllBytes(png));
        assertThat(wire.post(storage("upload", data)).item().path("mediaUUID").asText())
                .isEqualTo(media);

        assertThat(wire.submit(ID, still(media, "\"last\"")).status()).isEqualTo(200);
        assertThat(wire.submit(OTHER, still(data, "0")).status()).isEqualTo(200);
        assertThat(wire.post(storage("delete", media)).item().path("mediaUUID").asText())
                .isEqualTo(media);
        String third = "33333333-3333-4333-8333-333333333333";
        assertThat(wire.submit(third, still(media, "0")).code()).isEqualTo("mediaNotFound");
        assertThat(wire.submit(third, still("https://example.com/a.png", "0")).code())
                .isEqualTo("invalidValueUploadFailed");
        assertThat(wire.submit(third, still(data, "121")).code()).isEqualTo("invalidFrame");
        String text = Base64.getEncoder().encodeToString("no image".getBytes(StandardCharsets.UTF_8));
        assertThat(wire.submit(third, still(text, "0")).code()).isEqualTo("invalidFrameImage");
        assertThat(wire.wait(ID).item().path("status").asText()).isEqualTo("success");
        assertThat(wire.charges()).hasSize(2);
    }

    @Test
    void theArchiveTellsRequestAndResponseOfAFinishedTask() throws Exception {
        wire.submit(ID);
        wire.wait(ID);
        String ask = "[{\"taskType\":\"getTaskDetails\",\"taskUUID\":\"" + ID + "\"}]";
        JsonNode item = wire.post(ask).item();
        assertThat(item.at("/request/0/positivePrompt").asText()).isEqualTo("sparks");
        assertThat(item.at("/response/data/0/videoURL").asText()).endsWith(".mp4");
        assertThat(wire.post(ask.replace(ID, OTHER)).code()).isEqualTo("taskNotFound");
    }

    @Test
    void theBalanceFallsByWhatWasCharged() throws Exception {
        wire.submit(ID);
        String ask =
                "[{\"taskType\":\"accountManagement\",\"taskUUID\":\"" + OTHER + "\",\"operation\":\"getDetails\"}]";
        JsonNode balance = wire.post(ask).item().path("balance");
        assertThat(balance.path("amount").decimalValue()).isEqualByComparingTo("9999.1");
        assertThat(balance.path("currency").asText()).isEqualTo("USD");
    }

    private static String storage(String operation, String media) {
        return "[{\"taskType\":\"mediaStorage\",\"taskUUID\":\"" + ID + "\",\"operation\":\"" + operation
                + "\",\"media\":\"" + media + "\"}]";
    }

    private static String still(String image, String frame) {
        return ",\"inputs\":{\"frameImages\":[{\"image\":\"" + image + "\",\"frame\":" + frame + "}]}";
    }
}
