// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import static com.platewright.sandbox.Wire.ID;
import static com.platewright.sandbox.Wire.OTHER;
import static com.platewright.sandbox.Wire.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxWireTest extends SandboxTest {
    @Test
    void announcesItsEndpointAsOneLineOfJson() {
        assertThat(server.announcement())
                .isEqualTo(
                        "{\"endpoint\":\"http://127.0.0.1:" + server.port() + "/v1\",\"port\":" + server.port() + "}");
    }

    @Test
    void listensOnLoopbackOnly() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress other : others) {
            assertThat(reaches(other)).as("reached at " + other).isFalse();
        }
        assertThat(reaches(InetAddress.getLoopbackAddress())).isTrue();
    }

    @Test
    void anAcceptedTaskIsAcknowledgedWithTypeAndIdOnly() throws Exception {
        Wire.Answer answer = wire.submit(ID);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"data\":[{\"taskType\":\"videoInference\",\"taskUUID\":\"" + ID + "\"}]}");
    }

    @Test
    void aFinishedTaskNamesItsMovieItsFramesAndItsCost() throws Exception {
        wire.submit(ID);
        JsonNode item = wire.wait(ID).item();
        String home = "http://127.0.0.1:" + server.port() + "/video/os/\\w+/ws/2/vi/";
        assertThat(item.path("status").asText()).isEqualTo("success");
        assertThat(item.path("videoURL").asText())
                .matches(home + item.path("videoUUID").asText() + "\\.mp4");
        JsonNode file = item.at("/outputs/files/0");
        assertThat(file.path("type").asText()).isEqualTo("exr");
        assertThat(file.path("url").asText()).matches(home + file.path("uuid").asText() + "\\.zip");
        assertThat(item.path("cost").decimalValue()).isEqualByComparingTo("0.9");
    }

    @Test
    void withoutExrThereAreNoOutputsAndWithoutIncludeCostNoCost() throws Exception {
        wire.post("["
                + task(ID, "")
                        .replace("\"exrExport\":true", "\"exrExport\":false")
                        .replace("includeCost", "x") + "]");
        JsonNode item = wire.wait(ID).item();
        assertThat(item.has("outputs")).isFalse();
        assertThat(item.has("cost")).isFalse();
        assertThat(wire.charges().path(0).path("amount").decimalValue()).isEqualByComparingTo("0.6");
    }

    @Test
    void theSameIdAgainIsAConflictAndNoSecondCharge() throws Exception {
        wire.submit(ID);
        Wire.Answer again = wire.submit(ID.toUpperCase(java.util.Locale.ROOT));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("conflictTaskUUID");
        assertThat(wire.charges()).hasSize(1);

        wire.faults("conflict_status: 400");
        assertThat(wire.submit(ID).status()).isEqualTo(400);
    }

    @Test
    void theLedgerHoldsEveryChargeInOrder() throws Exception {
        wire.submit(ID);
        wire.submit(OTHER);
        JsonNode charges = wire.charges();
        assertThat(charges).hasSize(2);
        JsonNode first = charges.path(0);
        assertThat(first.path("task_uuid").asText()).isEqualTo(ID);
        assertThat(first.path("amount").toString()).isEqualTo("0.9");
        assertThat(first.path("currency").asText()).isEqualTo("USD");
        assertThat(first.path("operation").asText()).isEqualTo("generate");
        assertThat(first.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z");
    }

    @Test
    void nothingIsSaidOfATaskThatIsNotKnown() throws Exception {
        Wire.Answer answer = wire.poll(OTHER);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void aDryRunTellsTheCostAndLeavesNothing() throws Exception {
        Wire.Answer answer = wire.send(wire.request("/v1")
                .header("Authorization", "Bearer any")
                .header("X-Runware-Dry-Run", "1")
                .POST(BodyPublishers.ofString("[" + task(ID, "") + "]")));
        assertThat(answer.item().path("cost").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(wire.charges()).isEmpty();
        assertThat(wire.poll(ID).text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void severalResultsComeTogetherAndAreChargedEach() throws Exception {
        wire.submit(ID, ",\"numberResults\":3");
        JsonNode data = wire.wait(ID).json().path("data");
        assertThat(data).hasSize(3);
        assertThat(data.findValuesAsText("videoUUID")).doesNotHaveDuplicates();
        assertThat(data.path(1).path("cost").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(wire.charges().path(0).path("amount").decimalValue()).isEqualByComparingTo("2.7");
        byte[] first = wire.get(data.at("/0/outputs/files/0/url").asText()).body();
        byte[] second = wire.get(data.at("/1/outputs/files/0/url").asText()).body();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void unknownKeysAreTakenRenderedAndBilledUnlessStrict() throws Exception {
        assertThat(wire.submit(ID, ",\"exrExprot\":true,\"seed\":7").status()).isEqualTo(200);
        assertThat(wire.charges()).hasSize(1);

        wire.faults("validation: strict");
        Wire.Answer refused = wire.submit(OTHER, ",\"exrExprot\":true,\"seed\":7");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("unknownParameter");
        assertThat(refused.error().path("parameter").toString()).isEqualTo("[\"exrExprot\",\"seed\"]");
        assertThat(wire.charges()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'resolution':'720p'   | 'resolution':'4k'            | invalidResolution",
                "'resolution':'720p'   | 'width':1280                 | missingDimensionParameters",
                "'resolution':'720p'   | 'width':1281,'height':720    | unsupportedDimensions",
                "'duration':5          | 'duration':5,'width':1280,'height':720 | incompatibleParameters",
                "'resolution':'720p'   | 'resolution':'540p'          | incompatibleParameters",
                "'duration':5          | 'duration':7                 | invalidDuration",
                "'duration':5          | 'duration':'5'               | invalidDuration",
                "'duration':5          | 'duration':10                | incompatibleParameters",
                "'hdr':true            | 'hdr':false                  | incompatibleParameters",
                "'exrExport':true      | 'loop':true                  | incompatibleParameters",
                "'sparks'              | ''                           | missingPositivePrompt",
                "'luma:ray@3.2'        | 'luma:ray@9'                 | invalidModel",
                "'async'               | 'sync'                       | invalidDeliveryMethod",
                "'exrExport':true      | 'edit':{}                    | missingInputsVideo",
                "'includeCost':true    | 'numberResults':0            | invalidNumberResults"
            })
    void aRequestThatTheGuideRulesOutIsRefusedUncharged(String from, String to, String code) throws Exception {
        String request = task(ID, "").replace(json(from), json(to));
        Wire.Answer answer = wire.post("[" + request + "]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.error().path("taskUUID").asText()).isEqualTo(ID);
        assertThat(wire.charges()).isEmpty();
    }

    @Test
    void whatTheRendererCannotMakeIsRefusedBeforeItIsCharged() throws Exception {
        String loop = task(ID, "").replaceFirst("\"settings\":\\{[^}]*}", "\"settings\":{\"loop\":true}");
        assertThat(wire.post("[" + loop + "]").error().path("message").asText()).contains("Loops are not rendered");
        assertThat(wire.charges()).isEmpty();
    }

    @Test
    void allowedValuesAreNamed() throws Exception {
        Wire.Answer answer = wire.post("[" + task(ID, "").replace("720p", "8k") + "]");
        assertThat(answer.error().path("parameter").asText()).isEqualTo("resolution");
        assertThat(answer.error().path("allowedValues").toString()).isEqualTo("[\"360p\",\"540p\",\"720p\",\"1080p\"]");
    }

    @Test
    void eachTaskOfAnArraySucceedsOrFailsByItself() throws Exception {
        Wire.Answer answer = wire.post("[" + task(ID, "").replace("720p", "8k") + "," + task(OTHER, "") + "]");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.item().path("taskUUID").asText()).isEqualTo(OTHER);
        assertThat(answer.error().path("taskUUID").asText()).isEqualTo(ID);
    }

    @Test
    void whatIsNoArrayOfTasksIsRefused() throws Exception {
        assertThat(wire.post("{}").code()).isEqualTo("invalidRequestBody");
        assertThat(wire.post("[]").code()).isEqualTo("invalidRequestBody");
        assertThat(wire.post("[{]").code()).isEqualTo("invalidJSON");
        assertThat(wire.post("[{\"taskType\":\"fly\",\"taskUUID\":\"" + ID + "\"}]")
                        .code())
                .isEqualTo("unsupportedTaskType");
        assertThat(wire.send(wire.request("/v1").GET()).status()).isEqualTo(405);
        assertThat(wire.send(wire.request("/elsewhere").GET()).status()).isEqualTo(404);
    }

    private static String json(String quoted) {
        return quoted.strip().replace('\'', '"');
    }

    private boolean reaches(InetAddress address) {
        try (Socket socket = new Socket(address, server.port())) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
