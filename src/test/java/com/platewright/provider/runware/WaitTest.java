// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.provider.Cadence;
import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.Results;
import com.platewright.provider.TaskState;
import com.platewright.provider.TaskWatch;
import com.platewright.provider.TaskWatch.Wanted;
import com.platewright.provider.runware.ScriptedServer.Effect;
import com.platewright.provider.runware.ScriptedServer.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The watch over a real client and real sockets, on a clock that does not make anybody wait. */
class WaitTest {
    private static final Wanted ONE_WITH_FRAMES = new Wanted(1, true);
    private static final Turn EMPTY = Turn.reply(200, "{\"data\":[]}");
    private static final Turn PROCESSING = items(item("\"status\":\"processing\",\"progress\":50"));
    private static final Turn DONE = items(result("v1", true));

    private final Ear ear = new Ear();

    @Test
    void runningIsWaitedOutByTheCadence() throws Exception {
        try (Bench bench =
                Bench.of(PROCESSING, PROCESSING, PROCESSING, PROCESSING, PROCESSING, PROCESSING, PROCESSING, DONE)) {
            Results results = await(bench, ONE_WITH_FRAMES, 600);
            assertThat(results.files()).hasSize(2);
            assertThat(bench.time.sleeps().stream().map(Duration::toMillis))
                    .containsExactly(2000L, 3000L, 4500L, 6750L, 10_000L, 10_000L, 10_000L);
            assertThat(ear.states).hasSize(8).last().isInstanceOf(TaskState.Finished.class);
        }
    }

    @Test
    void troubleOfEveryKindIsWaitedOut() throws Exception {
        Turn wrongKey = Turn.reply(401, "{\"errors\":[{\"code\":\"invalidApiKey\"}]}");
        Turn later = new Turn(Effect.REPLY, 429, Map.of("Retry-After", "33"), "");
        try (Bench bench = Bench.of(
                Turn.of(Effect.CUT_AFTER),
                wrongKey,
                later,
                Turn.reply(500, "<html>oops</html>"),
                Turn.of(Effect.RESET),
                EMPTY,
                Turn.reply(200, "<html>hotel</html>"),
                Turn.of(Effect.TRUNCATE),
                PROCESSING,
                DONE)) {
            assertThat(await(bench, ONE_WITH_FRAMES, 600).renditions()).hasSize(1);
            assertThat(ear.troubles).hasSize(7);
            assertThat(bench.time.sleeps().get(2)).isEqualTo(Duration.ofSeconds(33));
        }
    }

    @Test
    void theDeadlineEndsTheWaitAndNotTheTask() throws Exception {
        try (Bench bench = Bench.of(PROCESSING)) {
            assertThatThrownBy(() -> await(bench, ONE_WITH_FRAMES, 60))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY))
                    .hasMessageContaining("60 s")
                    .hasMessageContaining("\"processing\", 50 %")
                    .hasMessageContaining("not lost")
                    .hasMessageContaining(Bench.TASK.toString());
            assertThat(bench.time.slept()).isEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void anEndAtTheDeadlineIsStillSeen() throws Exception {
        try (Bench bench = Bench.of(PROCESSING, DONE)) {
            assertThat(await(bench, ONE_WITH_FRAMES, 1).renditions()).hasSize(1);
            assertThat(bench.time.slept()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void silenceIsNotFailureAndTheArchiveIsAsked() throws Exception {
        Turn filed = Turn.reply(
                200,
                "{\"data\":[{\"taskType\":\"getTaskDetails\",\"taskUUID\":\"" + Bench.TASK
                        + "\",\"response\":{\"data\":[" + result("v1", true) + "]}}]}");
        try (Bench bench = Bench.of(EMPTY, EMPTY, EMPTY, filed)) {
            assertThat(await(bench, ONE_WITH_FRAMES, 600).renditions()).hasSize(1);
            assertThat(bench.server.received("getTaskDetails")).hasSize(1);
        }
    }

    @Test
    void silenceToTheEndIsSaid() throws Exception {
        try (Bench bench = Bench.of(EMPTY)) {
            assertThatThrownBy(() -> await(bench, ONE_WITH_FRAMES, 120))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY))
                    .hasMessageContaining("says nothing of it");
            assertThat(bench.server.received("getTaskDetails")).hasSizeBetween(2, 4);
        }
    }

    @Test
    void anExpiredTaskIsLookedUpInTheArchiveBeforeItIsGivenUp() throws Exception {
        Turn expired = errors("{\"code\":\"taskExpired\",\"taskUUID\":\"" + Bench.TASK + "\"}");
        try (Bench bench = Bench.of(expired, EMPTY)) {
            assertThatThrownBy(() -> await(bench, ONE_WITH_FRAMES, 600)).hasMessageContaining("taskExpired");
            assertThat(bench.server.received("getTaskDetails")).hasSize(1);
        }
    }

    @Test
    void aFailureEndsTheTaskAndSaysWhatANewOneCosts() throws Exception {
        Turn failed = errors("{\"code\":\"providerContentPolicyViolation\",\"message\":\"A face.\",\"taskUUID\":\""
                + Bench.TASK + "\"}");
        try (Bench bench = Bench.of(PROCESSING, failed)) {
            assertThatThrownBy(() -> await(bench, ONE_WITH_FRAMES, 600))
                    .isInstanceOfSatisfying(ProviderException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.FAILED);
                        assertThat(e.error().orElseThrow().code()).isEqualTo("providerContentPolicyViolation");
                    })
                    .hasMessageContaining("A face.")
                    .hasMessageContaining("new charge")
                    .hasMessageContaining("change them");
        }
    }

    @Test
    void credentialsRefusedWithoutABreakCallForAPerson() throws Exception {
        try (Bench bench = Bench.of(Turn.reply(401, "{\"errors\":[{\"code\":\"tokenRevoked\"}]}"))) {
            assertThatThrownBy(() -> await(bench, ONE_WITH_FRAMES, 1800))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                    .hasMessageContaining("The task goes on")
                    .hasMessageContaining("tokenRevoked");
            assertThat(bench.time.slept()).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(80));
        }
    }

    @Test
    void resultsThatArriveAtDifferentPollsAreGathered() throws Exception {
        Turn first = items(result("v1", true), item("\"status\":\"processing\""));
        Turn second = items(result("v2", true), item("\"status\":\"processing\""));
        Turn again = items(result("v2", true));
        Turn third = items(result("v3", true));
        try (Bench bench = Bench.of(first, second, again, third)) {
            Results results = await(bench, new Wanted(3, true), 600);
            assertThat(results.renditions()).extracting(Results.Rendition::uuid).containsExactly("v1", "v2", "v3");
            assertThat(results.cost()).hasValueSatisfying(c -> assertThat(c).isEqualByComparingTo("2.7"));
            assertThat(results.evidence()).hasSize(4);
        }
    }

    @Test
    void filesThatALaterAnswerLeavesOutAreNotLost() throws Exception {
        Turn first = items(result("v1", true), item("\"status\":\"processing\""));
        Turn second = items(result("v1", false), result("v2", true));
        try (Bench bench = Bench.of(first, second)) {
            Results results = await(bench, new Wanted(2, true), 600);
            assertThat(results.renditions()).allMatch(r -> r.has(Results.Kind.EXR));
            assertThat(bench.server.received()).hasSize(2);
        }
    }

    @Test
    void oneResultOfTwoIsWaitedForAndThenTakenAlone() throws Exception {
        try (Bench bench = Bench.of(DONE)) {
            assertThatThrownBy(() -> await(bench, new Wanted(2, true), 60))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BUSY))
                    .hasMessageContaining("1 of the renditions asked for came");
            Results results = await(bench, new Wanted(2, true), 600);
            assertThat(results.renditions()).hasSize(1);
            assertThat(results.failures()).isEmpty();
            assertThat(bench.time.slept()).isGreaterThan(Duration.ofSeconds(60 + 90));
        }
    }

    @Test
    void aSuccessWithoutAnyFileIsAFailureOnceItStays() throws Exception {
        try (Bench bench = Bench.of(items(item("\"status\":\"success\"")))) {
            assertThatThrownBy(() -> await(bench, ONE_WITH_FRAMES, 600))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FAILED))
                    .hasMessageContaining("ended well")
                    .hasMessageContaining("names no file");
            assertThat(bench.server.received()).hasSize(12);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pollLimit\",\"taskType\":\"getResponse",
                "accountBusy\",\"taskType\":\"getResponse",
                "insufficientCredits\",\"taskType\":\"getResponse",
                "validationFailed\",\"taskType\":\"getResponse",
                "accountBusy",
                "insufficientCredits",
                "somethingNew"
            })
    void anErrorThatMayBeAboutTheQuestionDoesNotEndTheTask(String code) throws Exception {
        Turn odd = errors("{\"code\":\"" + code + "\",\"taskUUID\":\"" + Bench.TASK + "\"}");
        try (Bench bench = Bench.of(odd, odd, PROCESSING, odd, DONE)) {
            assertThat(await(bench, ONE_WITH_FRAMES, 600).renditions()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLongWaitBeforeDoesNotMakeAnOddAnswerTheEnd(boolean barren) throws Exception {
        List<Turn> turns = new ArrayList<>(Collections.nCopies(20, PROCESSING));
        turns.add(
                barren
                        ? items(item("\"status\":\"success\""))
                        : errors("{\"code\":\"accountBusy\",\"taskUUID\":\"" + Bench.TASK + "\"}"));
        turns.add(DONE);
        try (Bench bench = Bench.of(turns.toArray(Turn[]::new))) {
            assertThat(await(bench, ONE_WITH_FRAMES, 1800).renditions()).hasSize(1);
        }
    }

    @Test
    void anErrorOfAnUnknownCodeThatStaysIsTheEndOfTheTask() throws Exception {
        Turn odd = errors("{\"code\":\"somethingNew\",\"taskUUID\":\"" + Bench.TASK + "\"}");
        try (Bench bench = Bench.of(odd)) {
            assertThatThrownBy(() -> await(bench, ONE_WITH_FRAMES, 600))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FAILED))
                    .hasMessageContaining("somethingNew");
            assertThat(bench.server.received()).hasSize(13);
        }
    }

    @Test
    void aFailureBesideAResultIsAnIncompleteSuccess() throws Exception {
        String both = "{\"data\":[" + result("v1", true) + "],\"errors\":[{\"code\":\"providerError\",\"taskUUID\":\""
                + Bench.TASK + "\"}]}";
        try (Bench bench = Bench.of(Turn.reply(200, both))) {
            Results results = await(bench, new Wanted(2, true), 600);
            assertThat(results.renditions()).hasSize(1);
            assertThat(results.failures()).hasSize(1);
            assertThat(bench.server.received()).hasSize(1);
        }
    }

    @Test
    void oneFailureForSeveralResultsIsTheEndOnlyWhenItStays() throws Exception {
        Turn failed = errors("{\"code\":\"providerError\",\"taskUUID\":\"" + Bench.TASK + "\"}");
        try (Bench bench = Bench.of(failed)) {
            assertThatThrownBy(() -> await(bench, new Wanted(2, true), 600)).hasMessageContaining("providerError");
            assertThat(bench.server.received()).hasSize(4);
        }
    }

    @Test
    void aResultThatFollowsAFailureIsNotLost() throws Exception {
        Turn failed = errors("{\"code\":\"providerError\",\"taskUUID\":\"" + Bench.TASK + "\"}");
        Turn both = Turn.reply(
                200,
                "{\"data\":[" + result("v1", true) + "],\"errors\":[{\"code\":\"providerError\",\"taskUUID\":\""
                        + Bench.TASK + "\"}]}");
        try (Bench bench = Bench.of(failed, failed, both)) {
            Results results = await(bench, new Wanted(2, true), 600);
            assertThat(results.renditions()).hasSize(1);
            assertThat(results.failures()).hasSize(1);
        }
    }

    @Test
    void framesThatComeLaterThanTheMovieAreWaitedForBriefly() throws Exception {
        try (Bench bench = Bench.of(items(result("v1", false)), items(result("v1", false)), DONE)) {
            assertThat(await(bench, ONE_WITH_FRAMES, 600).renditions().get(0).has(Results.Kind.EXR))
                    .isTrue();
        }
    }

    @Test
    void framesThatNeverComeLeaveTheMovieToBeSaved() throws Exception {
        try (Bench bench = Bench.of(items(result("v1", false)))) {
            Results results = await(bench, ONE_WITH_FRAMES, 600);
            assertThat(results.renditions().get(0).has(Results.Kind.EXR)).isFalse();
            assertThat(results.renditions().get(0).has(Results.Kind.VIDEO)).isTrue();
            assertThat(bench.server.received()).hasSize(4);
        }
    }

    private Results await(Bench bench, Wanted wanted, int seconds) throws ProviderException, InterruptedException {
        Cadence cadence = new Cadence(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(10));
        return new TaskWatch(bench.client, cadence, bench.time, 12)
                .await(Bench.TASK, wanted, bench.deadline(seconds), ear);
    }

    private static Turn items(String... items) {
        return Turn.reply(200, "{\"data\":[" + String.join(",", items) + "]}");
    }

    private static Turn errors(String error) {
        return Turn.reply(200, "{\"data\":[],\"errors\":[" + error + "]}");
    }

    private static String item(String members) {
        return "{\"taskType\":\"videoInference\",\"taskUUID\":\"" + Bench.TASK + "\"," + members + "}";
    }

    private static String result(String uuid, boolean frames) {
        String files = "\"outputs\":{\"files\":[{\"uuid\":\"e\",\"type\":\"exr\",\"url\":\"https://vm.runware.ai/"
                + uuid + ".zip\"}]},";
        return item("\"status\":\"success\",\"videoUUID\":\"" + uuid + "\",\"videoURL\":\"https://vm.runware.ai/" + uuid
                + ".mp4\"," + (frames ? files : "") + "\"cost\":0.9");
    }

    private static final class Ear implements TaskWatch.Listener {
        private final List<TaskState> states = new ArrayList<>();
        private final List<ProviderException> troubles = new ArrayList<>();

        @Override
        public void heard(TaskState state) {
            states.add(state);
        }

        @Override
        public void troubled(ProviderException trouble) {
            troubles.add(trouble);
        }
    }
}
