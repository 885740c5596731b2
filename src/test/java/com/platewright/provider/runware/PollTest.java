// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.provider.ProviderError;
import com.platewright.provider.ProviderException;
import com.platewright.provider.Results;
import com.platewright.provider.TaskState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each transcript is answered by a real socket and read by the real client. */
class PollTest {
    @TestFactory
    Stream<DynamicTest> everyAnswerToAPollIsReadAsItsTranscriptSays() {
        return Bench.resource("polls.json")
                .map(t -> dynamicTest(t.path("name").asText(), () -> {
                    try (Bench bench = Bench.of(ScriptedServer.Turn.of(t))) {
                        check(
                                t.path("expect"),
                                () -> bench.client.poll(Bench.TASK),
                                () -> Optional.of(bench.client.poll(Bench.TASK)));
                        assertThat(bench.server.received()).allSatisfy(r -> {
                            assertThat(r.line()).isEqualTo("POST /v1 HTTP/1.1");
                            assertThat(r.body())
                                    .isEqualTo("[{\"taskType\":\"getResponse\",\"taskUUID\":\"" + Bench.TASK + "\"}]");
                            assertThat(r.headers()).containsEntry("Authorization", "Bearer " + Bench.KEY);
                        });
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerOfTheArchiveIsReadAsItsTranscriptSays() {
        return Bench.resource("archive.json")
                .map(t -> dynamicTest(t.path("name").asText(), () -> {
                    try (Bench bench = Bench.of(ScriptedServer.Turn.of(t))) {
                        check(
                                t.path("expect"),
                                () -> bench.client.recall(Bench.TASK),
                                () -> bench.client.recall(Bench.TASK));
                        assertThat(bench.server.received().get(0).taskType()).isEqualTo("getTaskDetails");
                    }
                }));
    }

    @Test
    void addressesAreKeptWholeForFetchingAndShownWithoutTheirSignature() throws Exception {
        String item = "{\"data\":[{\"taskUUID\":\"" + Bench.TASK + "\",\"status\":\"success\",\"videoUUID\":\"v1\","
                + "\"videoURL\":\"https://vm.runware.ai/v1.mp4?sig=SIGNATURE\",\"apiKey\":\"" + Bench.KEY + "\","
                + "\"note\":\"see https://a:b@x.com/y?token=SIGNATURE now\",\"password\":\"SIGNATURE\"}]}";
        try (Bench bench = Bench.of(ScriptedServer.Turn.reply(200, item))) {
            Results results = ((TaskState.Finished) bench.client.poll(Bench.TASK)).results();
            assertThat(results.files().get(0).url()).hasToString("https://vm.runware.ai/v1.mp4?sig=SIGNATURE");
            assertThat(results.toString()).doesNotContain("SIGNATURE").doesNotContain(Bench.KEY);
            assertThat(results.evidence())
                    .singleElement()
                    .asString()
                    .contains("https://vm.runware.ai/v1.mp4", "see https://x.com/y now", "\"videoUUID\":\"v1\"");
        }
    }

    @Test
    void aRelativeAddressIsReadAgainstTheEndpoint() throws Exception {
        String item = "{\"data\":[{\"taskUUID\":\"" + Bench.TASK + "\",\"videoURL\":\"/video/a b.mp4\"}]}";
        try (Bench bench = Bench.of(ScriptedServer.Turn.reply(200, item))) {
            Results results = ((TaskState.Finished) bench.client.poll(Bench.TASK)).results();
            String root = bench.server.endpoint().replace("/v1", "");
            assertThat(results.files().get(0).url()).hasToString(root + "/video/a%20b.mp4");
        }
    }

    private interface Asked {
        Optional<TaskState> ask() throws ProviderException, InterruptedException;
    }

    private static void check(JsonNode expected, ThrowingCallable call, Asked question) throws Exception {
        if (expected.has("throws")) {
            assertThatThrownBy(call).isInstanceOfSatisfying(ProviderException.class, e -> {
                assertThat(e.kind()).hasToString(expected.path("throws").asText());
                assertThat(e.task()).contains(Bench.TASK);
                assertThat(e).hasMessageContaining(expected.path("says").asText());
            });
            return;
        }
        Optional<TaskState> state = question.ask();
        assertThat(state.map(PollTest::word).orElse("none"))
                .isEqualTo(expected.path("state").asText());
        state.ifPresent(s -> check(expected, s));
    }

    private static void check(JsonNode expected, TaskState state) {
        if (state instanceof TaskState.Running running) {
            assertThat(running.word()).isEqualTo(expected.path("word").asText());
            assertThat(running.progress().orElse(-1))
                    .isEqualTo(expected.path("progress").asInt(-1));
            check(expected, running.results());
        } else if (state instanceof TaskState.Finished finished) {
            check(expected, finished.results());
            assertThat(finished.results().evidence()).hasSize(1);
        } else if (state instanceof TaskState.Failed failed) {
            check(expected, failed.error());
            assertThat(failed.evidence()).contains(expected.path("code").asText());
        } else {
            Optional<String> said = ((TaskState.Unheard) state).said().map(ProviderError::code);
            assertThat(said.orElse("")).isEqualTo(expected.path("code").asText());
        }
    }

    private static void check(JsonNode expected, Results results) {
        assertThat(results.files().stream().map(f -> f.kind() + " " + f.type()))
                .containsExactlyElementsOf(texts(expected.path("files")));
        assertThat(results.cost().map(BigDecimal::toPlainString).orElse(""))
                .isEqualTo(expected.path("cost").asText());
        assertThat(results.failures()).hasSize(expected.path("failures").asInt());
    }

    private static void check(JsonNode expected, ProviderError error) {
        assertThat(error.code()).isEqualTo(expected.path("code").asText());
        assertThat(error.meaning()).hasToString(expected.path("meaning").asText());
        assertThat(error.parameters()).isEqualTo(texts(expected.path("parameters")));
        assertThat(error.allowed()).isEqualTo(texts(expected.path("allowed")));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String word(TaskState state) {
        return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
