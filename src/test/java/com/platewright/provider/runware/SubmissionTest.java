// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.provider.Cadence;
import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationTask;
import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.UploadedMedia;
import com.platewright.provider.VideoProvider.Acceptance;
import com.platewright.provider.runware.ScriptedServer.Effect;
import com.platewright.provider.runware.ScriptedServer.Received;
import com.platewright.provider.runware.ScriptedServer.Turn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SubmissionTest {
    private static final Turn ACK = Turn.reply(200, Bench.ACK);
    private static final Turn BUSY = Turn.reply(429, "");

    /** Each transcript: what the service does, what the client concludes, and how often which id left. */
    @TestFactory
    Stream<DynamicTest> everySubmissionEndsAsItsTranscriptSays() {
        return Bench.resource("submissions.json")
                .map(t -> dynamicTest(t.path("name").asText(), () -> play(t)));
    }

    private static void play(JsonNode t) throws Exception {
        List<Turn> turns = new ArrayList<>();
        t.path("turns").forEach(turn -> turns.add(Turn.of(turn)));
        Duration timeout = Duration.ofMillis(t.path("timeout").asInt(10_000));
        try (Bench bench = Bench.of(timeout, turns)) {
            GenerationTask task = new GenerationTask(
                    Bench.TASK, Bench.task().request(), t.path("sentBefore").asBoolean());
            assertThat(conclusion(bench, task, t)).isEqualTo(t.path("expect").asText());
            List<Received> sent = bench.server.received("videoInference");
            assertThat(sent)
                    .allSatisfy(
                            r -> assertThat(r.task().path("taskUUID").asText()).isEqualTo(Bench.TASK.toString()))
                    .extracting(Received::body)
                    .containsOnly(sent.get(0).body());
            if (t.has("posts")) {
                assertThat(sent).hasSize(t.path("posts").asInt());
            } else {
                assertThat(sent).hasSizeGreaterThan(3);
                assertThat(bench.time.slept()).isLessThan(Duration.ofSeconds(60));
            }
        }
    }

    private static String conclusion(Bench bench, GenerationTask task, JsonNode t) throws InterruptedException {
        try {
            return bench.client.submit(task, bench.deadline(60)).name();
        } catch (ProviderException e) {
            assertThat(e.task()).contains(Bench.TASK);
            t.path("says").forEach(said -> assertThat(e).hasMessageContaining(said.asText()));
            t.path("saysNot").forEach(said -> assertThat(e.getMessage()).doesNotContain(said.asText()));
            return e.kind().name();
        }
    }

    @Test
    void aRefusalCarriesTheServicesErrorWhole() throws Exception {
        String body = "{\"errors\":[{\"code\":\"unsupportedDuration\",\"message\":\"Bad.\",\"parameter\":\"duration\","
                + "\"allowedValues\":[\"5\",\"10\"]}]}";
        try (Bench bench = Bench.of(Turn.reply(400, body))) {
            assertThatThrownBy(() -> bench.client.submit(Bench.task(), bench.deadline(60)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.error()).hasValueSatisfying(error -> {
                                assertThat(error.code()).isEqualTo("unsupportedDuration");
                                assertThat(error.message()).isEqualTo("Bad.");
                                assertThat(error.parameters()).containsExactly("duration");
                                assertThat(error.allowed()).containsExactly("5", "10");
                                assertThat(error.httpStatus()).hasValue(400);
                            }));
        }
    }

    @Test
    void retryAfterInSecondsIsWaitedOut() throws Exception {
        assertThat(waitAfter(Map.of("Retry-After", "17"))).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void retryAfterAsADateIsMeasuredByTheServicesOwnClock() throws Exception {
        Map<String, String> headers = Map.of(
                "Date", "Sun, 01 Mar 2020 10:00:00 GMT",
                "Retry-After", "Sun, 01 Mar 2020 10:00:21 GMT");
        assertThat(waitAfter(headers)).isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void retryAfterAsADateWithoutAClockIsMeasuredByOurs() throws Exception {
        assertThat(waitAfter(Map.of("Retry-After", "Sun, 01 Mar 2026 12:00:23 GMT")))
                .isEqualTo(Duration.ofSeconds(23));
    }

    @Test
    void retryAfterInThePastOrUnreadableLeavesOurOwnWait() throws Exception {
        assertThat(waitAfter(Map.of("Retry-After", "Sun, 01 Mar 2020 10:00:00 GMT")))
                .isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(waitAfter(Map.of("Retry-After", "later"))).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void anAbsurdRetryAfterIsCapped() throws Exception {
        assertThat(waitAfter(Map.of("Retry-After", "86400"))).isEqualTo(Duration.ofMinutes(5));
    }

    private static Duration waitAfter(Map<String, String> headers) throws Exception {
        Turn later = new Turn(Effect.REPLY, 429, headers, "");
        try (Bench bench = Bench.of(later, ACK)) {
            assertThat(bench.client.submit(Bench.task(), bench.deadline(3600))).isEqualTo(Acceptance.ACCEPTED);
            assertThat(bench.time.sleeps()).hasSize(1);
            return bench.time.sleeps().get(0);
        }
    }

    @Test
    void aWaitBeyondTheDeadlineIsNotBegun() throws Exception {
        Turn later = new Turn(Effect.REPLY, 429, Map.of("Retry-After", "61"), "");
        try (Bench bench = Bench.of(later, ACK)) {
            assertThatThrownBy(() -> bench.client.submit(Bench.task(), bench.deadline(60)))
                    .isInstanceOfSatisfying(ProviderException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.BUSY);
                        assertThat(e.retryAfter()).contains(Duration.ofSeconds(61));
                        assertThat(e).hasMessageContaining("asks to wait 61 s");
                    });
            assertThat(bench.time.sleeps()).isEmpty();
            assertThat(bench.server.received()).hasSize(1);
        }
    }

    @Test
    void waitsGrowWithJitterUpToTheLongest() throws Exception {
        try (Bench bench = Bench.of(BUSY, BUSY, BUSY, BUSY, BUSY, BUSY, BUSY, ACK)) {
            bench.client.submit(Bench.task(), bench.deadline(3600));
            double[] steps = {1, 2, 4, 8, 16, 30, 30};
            assertThat(bench.time.sleeps()).hasSize(steps.length);
            for (int i = 0; i < steps.length; i++) {
                assertThat(bench.time.sleeps().get(i).toMillis() / 1000.0).isBetween(steps[i] / 2 - 0.001, steps[i]);
            }
        }
    }

    @Test
    void evenAPassedDeadlineLeavesOneSending() throws Exception {
        try (Bench bench = Bench.of(ACK)) {
            assertThat(bench.client.submit(Bench.task(), bench.deadline(0))).isEqualTo(Acceptance.ACCEPTED);
        }
    }

    @Test
    void aServiceThatCannotBeReachedLeavesNoDoubt() throws Exception {
        try (Bench bench = Bench.of(ACK)) {
            bench.server.close();
            assertThatThrownBy(() -> bench.client.submit(Bench.task(), bench.deadline(60)))
                    .isInstanceOfSatisfying(ProviderException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.BUSY);
                        assertThat(e).hasMessageContaining("Nothing was accepted");
                    });
        }
    }

    @Test
    void aHandshakeThatFailsLeavesNoDoubt() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread hangUp = new Thread(() -> hangUp(plain));
            hangUp.setDaemon(true);
            hangUp.start();
            HurriedTime time = new HurriedTime();
            RunwareSettings settings = new RunwareSettings(
                    "https://127.0.0.1:" + plain.getLocalPort() + "/v1", Duration.ofSeconds(5), Cadence.RETRY, time);
            RunwareProvider client = RunwareProvider.open(settings, () -> Bench.KEY, UploadedMedia.inMemory());
            assertThatThrownBy(() -> client.submit(Bench.task(), Deadline.after(Duration.ofSeconds(2), time)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY));
        }
    }

    private static void hangUp(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (var connection = plain.accept()) {
                connection.getInputStream().read();
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void anInterruptedSubmissionSaysSo() throws Exception {
        try (Bench bench = Bench.of(Duration.ofMillis(700), List.of(Turn.of(Effect.STALL)))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> bench.client.submit(Bench.task(), bench.deadline(60)))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }
}
