// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import static com.platewright.sandbox.Wire.ID;
import static com.platewright.sandbox.Wire.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.fault.FaultScript;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** Each fault as a client meets it, and what the ledger says afterwards. */
class SandboxFaultTest extends SandboxTest {
    private static final String SMALL = "{on: submit, do: {clip: {frames: 1, movie_frames: 1, width: 32, height: 16}}}";

    private void script(String... rules) throws Exception {
        StringBuilder script = new StringBuilder("- " + SMALL + "\n");
        for (String rule : rules) {
            script.append("- ").append(rule).append('\n');
        }
        Wire.Answer answer = wire.faults(script.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void anAnswerLostAfterAcceptanceLeavesOneChargeAndAConflict() throws Exception {
        script("{on: submit, times: 1, do: cut_after}");
        assertThatThrownBy(() -> wire.submit(ID)).isInstanceOf(IOException.class);
        assertThat(wire.charges()).hasSize(1);
        assertThat(wire.submit(ID).code()).isEqualTo("conflictTaskUUID");
        assertThat(wire.wait(ID).item().path("status").asText()).isEqualTo("success");
        assertThat(wire.charges()).hasSize(1);
    }

    @Test
    void aConnectionCutBeforeAcceptanceLeavesNothing() throws Exception {
        script("{on: submit, times: 1, do: cut_before}");
        assertThatThrownBy(() -> wire.submit(ID)).isInstanceOf(IOException.class);
        assertThat(wire.charges()).isEmpty();
        assertThat(wire.submit(ID).status()).isEqualTo(200);
        assertThat(wire.charges()).hasSize(1);
    }

    @Test
    void anAnswerMayNeverComeThoughTheTaskWasTaken() throws Exception {
        script("{on: submit, times: 1, do: hang_after}");
        String body = "[" + Wire.task(ID, "") + "]";
        assertThatThrownBy(() -> wire.send(wire.request("/v1")
                        .timeout(Duration.ofMillis(500))
                        .header("Authorization", "Bearer any")
                        .POST(BodyPublishers.ofString(body))))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(wire.submit(ID).status()).isEqualTo(409);
        assertThat(wire.charges()).hasSize(1);
    }

    @Test
    void aGatewayAnswersInHtmlWithTheTaskTakenOrNot() throws Exception {
        script(
                "{on: submit, task: 1, times: 1, do: {answer: {status: 502}}}",
                "{on: submit, task: 1, times: 1, do: {answer: {status: 500, done: true}}}");
        Wire.Answer bad = wire.submit(ID);
        assertThat(bad.status()).isEqualTo(502);
        assertThat(bad.text()).startsWith("<html>");
        assertThat(bad.whole().headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(wire.charges()).isEmpty();
        assertThat(wire.submit(ID).status()).isEqualTo(500);
        assertThat(wire.charges()).hasSize(1);
    }

    @Test
    void tooManyRequestsAreToldWithSecondsWithADateAndWithNeither() throws Exception {
        script(
                "{on: submit, times: 1, do: {answer: {status: 429, body: '{}', retry_after: 7}}}",
                "{on: poll, times: 1, do: {answer: {status: 429, retry_after_date: 60}}}",
                "{on: upload, do: {refuse: rateLimitExceeded}}");
        assertThat(wire.submit(ID).whole().headers().firstValue("Retry-After")).hasValue("7");
        String date = wire.poll(ID).whole().headers().firstValue("Retry-After").orElseThrow();
        ZonedDateTime until = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(Duration.between(ZonedDateTime.now(until.getZone()), until).toSeconds())
                .isBetween(40L, 61L);
        Wire.Answer upload =
                wire.post("[{\"taskType\":\"imageUpload\",\"taskUUID\":\"" + ID + "\",\"image\":\"AAAA\"}]");
        assertThat(upload.status()).isEqualTo(429);
        assertThat(upload.code()).isEqualTo("rateLimitExceeded");
        assertThat(upload.whole().headers().firstValue("Retry-After")).isEmpty();
        assertThat(wire.charges()).isEmpty();
    }

    @Test
    void refusalsCarryTheirStatusAndTheirParameters() throws Exception {
        script(
                "{on: submit, times: 1, do: {refuse: insufficientCredits}}",
                "{on: poll, times: 1, do: {refuse: {code: invalidX, parameter: a, allowed_values: [1, 2]}}}",
                "{on: details, do: {refuse: {code: invalidY, status: 403, message: No., parameter: [a, b]}}}");
        assertThat(wire.submit(ID).status()).isEqualTo(402);
        assertThat(wire.charges()).isEmpty();
        JsonNode one = wire.poll(ID).error();
        assertThat(one.path("parameter").isTextual()).isTrue();
        assertThat(one.path("allowedValues").toString()).isEqualTo("[\"1\",\"2\"]");
        Wire.Answer two = wire.post("[{\"taskType\":\"getTaskDetails\",\"taskUUID\":\"" + ID + "\"}]");
        assertThat(two.status()).isEqualTo(403);
        assertThat(two.error().path("parameter").isArray()).isTrue();
        assertThat(two.error().path("message").asText()).isEqualTo("No.");
    }

    @Test
    void jsonMayEndInTheMiddleArriveByteByByteLateOrEmpty() throws Exception {
        script(
                "{on: submit, times: 1, do: garble}",
                "{on: poll, times: 1, do: {drip: 2}}",
                "{on: details, times: 1, do: {delay: 0.3}}",
                "{on: upload, do: empty}");
        Wire.Answer half = wire.submit(ID);
        assertThatThrownBy(half::json).isInstanceOf(JsonProcessingException.class);
        assertThat(wire.charges()).hasSize(1);

        long start = System.nanoTime();
        assertThat(wire.poll(ID).item().path("taskUUID").asText()).isEqualTo(ID);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
        start = System.nanoTime();
        wire.post("[{\"taskType\":\"getTaskDetails\",\"taskUUID\":\"" + ID + "\"}]");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
        assertThat(wire.post("[{\"taskType\":\"imageUpload\",\"taskUUID\":\"" + ID + "\",\"image\":\"AAAA\"}]")
                        .text())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void pollsSayWhateverWordTheyAreToldTo() throws Exception {
        script("{on: poll, times: 2, do: {status: pending}}", "{on: poll, times: 1, do: {status: dreaming}}");
        wire.submit(ID);
        assertThat(wire.poll(ID).item().path("status").asText()).isEqualTo("pending");
        assertThat(wire.poll(ID).item().path("status").asText()).isEqualTo("pending");
        assertThat(wire.poll(ID).item().path("status").asText()).isEqualTo("dreaming");
        assertThat(wire.wait(ID).item().path("status").asText()).isEqualTo("success");
    }

    @Test
    void aFailureIsToldInThreeShapes() throws Exception {
        script(
                "{on: poll, times: 1, do: {fail: timeoutProvider}}",
                "{on: poll, times: 1, do: {fail: {code: providerContentPolicyViolation, shape: item}}}");
        wire.submit(ID);
        Wire.Answer errors = wire.poll(ID);
        assertThat(errors.status()).isEqualTo(200);
        assertThat(errors.json().path("data")).isEmpty();
        assertThat(errors.code()).isEqualTo("timeoutProvider");
        assertThat(errors.error().path("status").asText()).isEqualTo("error");
        assertThat(errors.error().path("taskUUID").asText()).isEqualTo(ID);

        Wire.Answer item = wire.poll(ID);
        assertThat(item.json().has("errors")).isFalse();
        assertThat(item.item().path("status").asText()).isEqualTo("error");
        assertThat(item.item().at("/error/code").asText()).isEqualTo("providerContentPolicyViolation");

        script("{on: poll, do: {fail: {code: x, shape: single}}}");
        assertThat(wire.poll(ID).json().at("/error/code").asText()).isEqualTo("x");
    }

    @Test
    void costsAndFilesAreNotAlwaysWhatWasPaidFor() throws Exception {
        script();
        wire.submit(ID);
        wire.wait(ID);
        script("{on: poll, do: {cost: missing}}", "{on: poll, do: {files: missing}}");
        JsonNode item = wire.poll(ID).item();
        assertThat(item.has("cost")).isFalse();
        assertThat(item.has("outputs")).isFalse();

        script("{on: poll, do: {cost: 0}}", "{on: poll, do: {files: two}}");
        item = wire.poll(ID).item();
        assertThat(item.path("cost").toString()).isEqualTo("0");
        JsonNode files = item.at("/outputs/files");
        assertThat(files).hasSize(2);
        assertThat(wire.get(files.path(1).path("url").asText()).body())
                .isEqualTo(wire.get(files.path(0).path("url").asText()).body());

        script("{on: poll, do: {cost: '0.9'}}", "{on: poll, do: {files: unknown_type}}");
        item = wire.poll(ID).item();
        assertThat(item.path("cost").toString()).isEqualTo("\"0.9\"");
        assertThat(item.at("/outputs/files/0/type").asText()).isEqualTo("depth");

        script("{on: poll, do: {files: single_exr}}", "{on: poll, do: {mixed: own}}");
        Wire.Answer answer = wire.poll(ID);
        assertThat(answer.error().path("taskUUID").asText()).isEqualTo(ID);
        String url = answer.item().at("/outputs/files/0/url").asText();
        assertThat(url).endsWith(".exr");
        assertThat(wire.get(url).body()).startsWith(0x76, 0x2f, 0x31, 0x01);

        script("{on: poll, do: {mixed: other}}");
        assertThat(wire.poll(ID).error().path("taskUUID").asText()).isNotEqualTo(ID);
    }

    @Test
    void resultsMayArriveOnePerPoll() throws Exception {
        script("{on: poll, do: one_per_poll}");
        wire.submit(ID, ",\"numberResults\":2");
        assertThat(wire.wait(ID).json().path("data")).hasSize(1);
        assertThat(wire.poll(ID).json().path("data")).hasSize(2);
        assertThat(wire.poll(ID).json().path("data")).hasSize(2);
    }

    @Test
    void aRuleMayLetChancesPassFirst() throws Exception {
        script("{on: poll, after: 2, times: 1, do: {fail: taskExpired}}");
        wire.submit(ID);
        wire.poll(ID);
        wire.poll(ID);
        assertThat(wire.poll(ID).code()).isEqualTo("taskExpired");
        assertThat(wire.wait(ID).item().path("status").asText()).isEqualTo("success");
    }

    @Test
    void theArchiveStillHasWhatPollsHaveForgotten() throws Exception {
        script("{on: poll, after: 1, do: empty}");
        wire.submit(ID);
        String ask = "[{\"taskType\":\"getTaskDetails\",\"taskUUID\":\"" + ID + "\"}]";
        JsonNode details = wire.post(ask).item();
        for (int i = 0; i < 200 && details.at("/response/data/0").isMissingNode(); i++) {
            Thread.sleep(50);
            details = wire.post(ask).item();
        }
        wire.poll(ID);
        assertThat(wire.poll(ID).text()).isEqualTo("{\"data\":[]}");
        assertThat(details.at("/response/data/0/videoURL").asText()).endsWith(".mp4");
    }

    @Test
    void aRuleMayMeanOneTaskByItsPlaceOrItsId() throws Exception {
        script("{on: submit, task: 2, times: 1, do: cut_after}", "{on: poll, task: " + ID + ", do: {status: held}}");
        assertThat(wire.submit(ID).status()).isEqualTo(200);
        assertThatThrownBy(() -> wire.submit(OTHER)).isInstanceOf(IOException.class);
        assertThat(wire.poll(ID).item().path("status").asText()).isEqualTo("held");
        assertThat(wire.wait(OTHER).item().path("status").asText()).isEqualTo("success");
    }

    @Test
    void aScriptThatCannotBeReadIsRefusedAndTheOldOneStays() throws Exception {
        script("{on: poll, do: {status: held}}");
        Wire.Answer answer = wire.faults("- {on: submit, do: explode}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).startsWith("rule 1: \"explode\" cannot be done on submit; there is answer, clip, ");
        wire.submit(ID);
        assertThat(wire.poll(ID).item().path("status").asText()).isEqualTo("held");
    }

    @Test
    void faultsCanStandInTheSettings() throws Exception {
        server.close();
        start(SandboxSettings.in(folder, new TinyRenderer())
                .withFaults(FaultScript.parse("- {on: submit, do: {refuse: contentPolicyViolation}}")));
        assertThat(wire.submit(ID).code()).isEqualTo("contentPolicyViolation");
    }
}
