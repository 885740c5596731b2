// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider does to a run: the exit that the contract names, and one charge when the same command is run later. */
class ProviderFaultsTest extends HouseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{on: submit, times: 1, do: {answer: {status: 500, done: true}}}",
                "{on: submit, times: 1, do: garble}",
                "{on: submit, times: 2, do: {answer: {status: 429, retry_after: 1}}}",
                "{on: submit, times: 2, do: {answer: {status: 503}}}",
                "{on: submit, times: 1, do: {answer: {status: 429, retry_after_date: 2}}}",
                "{on: submit, times: 1, do: empty}",
                "{on: poll, times: 3, do: empty}",
                "{on: poll, times: 4, do: {answer: {status: 502}}}",
                "{on: download, after: 1, times: 1, do: {answer: {status: 403}}}"
            })
    void troubleThatPassesIsWaitedOutWithinTheRun(String rule) throws Exception {
        fault(rule);
        house.run("run", "--only", "plate").exits(0);
        assertThat(house.charges()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{on: submit, do: cut_after}                         | 1",
                "{on: submit, do: hang_after}                        | 1",
                "{on: submit, do: {answer: {status: 429}}}           | 0",
                "{on: submit, do: {answer: {status: 503}}}           | 0",
                "{on: submit, do: {answer: {status: 504, done: true}}} | 1",
                "{on: submit, do: {refuse: conflictTaskUUID}}        | 0",
                "{on: poll, do: {status: processing}}                | 1",
                "{on: poll, do: {answer: {status: 502}}}             | 1"
            })
    void troubleThatStaysIsTransientAndTheSameCommandLaterEndsRight(String rule, int charged) throws Exception {
        fault(rule);
        PostHouse.Ended ended = house.run(
                        "run", "--only", "plate", "--set", "provider.deadline_s=1", "--set", "provider.timeout_s=1")
                .exits(75);
        assertThat(ended.json().path("retryable").asBoolean()).isTrue();
        assertThat(house.charges()).hasSize(charged);
        assertThat(house.versions()).isEmpty();
        endsRight();
    }

    @ParameterizedTest
    @CsvSource({"insufficientCredits,HTTP 402", "contentPolicyViolation,moderation", "invalidApiKey,invalidApiKey"})
    void aRefusalCostsNothingAndTheSameCommandLaterEndsRight(String code, String said) throws Exception {
        fault("{on: submit, do: {refuse: " + code + "}}");
        PostHouse.Ended ended = house.run("run", "--only", "plate").exits(20);
        assertThat(ended.json().path("retryable").asBoolean()).isFalse();
        assertThat(ended.problems()).contains(code, said);
        assertThat(house.charges()).isEmpty();
        endsRight();
    }

    @Test
    void anAddressThatTurnsOutWrongAfterAnAnswerWasLostLeavesThePurchaseOpen() throws Exception {
        fault("{on: submit, do: cut_after}");
        house.run("run", "--only", "plate", "--set", "provider.deadline_s=1").exits(75);
        house.faults(
                "",
                "{on: submit, do: {answer: {status: 404}}}",
                "{on: poll, do: {answer: {status: 404}}}",
                "{on: details, do: {answer: {status: 404}}}");
        assertThat(house.run("run", "--only", "plate").exits(10).problems())
                .contains("had no clear answer, so it stays open", "charged once at most");
        endsRight();
    }

    @Test
    void fewerClipsThanWereOrderedAreTakenOnceNothingMoreComes() throws Exception {
        house.request(PostHouse.generate("").replace("exr: true}", "exr: true, takes: 2}"));
        fault("{on: poll, do: only_first}");
        assertThat(house.run("run", "--only", "plate").exits(0).problems()).contains("1 of 2 clips came", "reply.json");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aTaskThatFailedAfterItWasAcceptedIsNeverBoughtAgainByItself() throws Exception {
        fault("{on: poll, do: {fail: providerError}}");
        house.run("run", "--only", "plate").exits(21);
        fault("{on: details, times: 0, do: empty}");
        assertThat(house.run("run", "--only", "plate").exits(21).problems()).contains("--new-take buys another take");
        assertThat(house.charges()).hasSize(1);
        house.run("run", "--only", "plate", "--new-take").exits(0);
        assertThat(house.charges()).hasSize(2);
    }

    @Test
    void framesThatWerePaidForAndDidNotComeAreNamedAndTakenWhenTheyDo() throws Exception {
        fault("{on: poll, do: {files: missing}}");
        assertThat(house.run("run", "--only", "plate").exits(30).problems())
                .contains("was bought with EXR frames and brought none", "reply.json");
        endsRight();
    }

    @Test
    void aSingleFrameInPlaceOfTheArchiveIsKeptAndRefused() throws Exception {
        fault("{on: poll, do: {files: single_exr}}");
        PostHouse.Ended ended = house.run("run", "--only", "plate");
        assertThat(ended.exit()).as(ended.problems()).isIn(30, 40);
        assertThat(ended.problems()).contains("1 frame");
        assertThat(house.find("r1-frames-1.zip")).isNotEmptyFile();
        assertThat(house.charges()).hasSize(1);
        assertThat(house.versions()).isEmpty();
    }

    @Test
    void resultsThatComeOneByOneAreAllTaken() throws Exception {
        house.request(PostHouse.generate("").replace("exr: true}", "exr: true, takes: 3}"));
        fault("{on: poll, do: one_per_poll}");
        house.run("run", "--only", "plate").exits(0);
        assertThat(house.ask("compare").exits(0).json().path("takes")).hasSize(3);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void whatCameIsTakenWhereAnotherResultFailedAndThatIsSaid() throws Exception {
        house.request(PostHouse.generate("").replace("exr: true}", "exr: true, takes: 2}"));
        house.faults("", "{on: poll, do: one_per_poll}", "{on: poll, do: {mixed: own}}");
        PostHouse.Ended ended = house.run("run", "--only", "plate").exits(0);
        assertThat(ended.problems()).contains("1 of 2 clips came", "providerError", "reply.json");
        assertThat(ended.err()).contains("warning: 1 of 2 clips came");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aCostThatIsNotSaidIsNullAndNeverZero() throws Exception {
        fault("{on: poll, do: {cost: missing}}");
        assertThat(house.run("run", "--only", "plate")
                        .exits(0)
                        .json()
                        .at("/cost/charged")
                        .isNull())
                .isTrue();
    }

    private void fault(String rule) throws Exception {
        house.faults("", rule);
    }

    private void endsRight() throws Exception {
        house.faults("");
        house.run("run", "--only", "plate").exits(0);
        assertThat(house.versions()).containsExactly("v001");
        assertThat(house.charges()).hasSize(1);
    }
}
