// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.files.FolderTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When another take is bought and when it surely is not; and what becomes of files that were paid for. */
class TakesTest extends HouseTest {
    @Test
    void onlyTheStepsThatBuyTakeTheWishForANewTake() throws Exception {
        plate("run").exits(0);
        for (String step : List.of("fetch", "deliver", "verify", "publish")) {
            assertThat(plate(step, "--new-take").exits(2).problems()).contains("`run`, `generate`, `plan`");
        }
        assertThat(plate("run").exits(0).json().path("version").asText()).isEqualTo("v001");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void thePlanOfANewTakeTellsWhatItWouldBuyAndBuysNothing() throws Exception {
        plate("run").exits(0);
        assertThat(house.plan().exits(0).json().at("/plan/task/take").asInt()).isEqualTo(1);
        JsonNode next = house.plan("--new-take", "--progress", "plain").exits(0).json();
        assertThat(next.at("/plan/task/take").asInt()).isEqualTo(2);
        assertThat(next.at("/plan/task/state").asText()).isEqualTo("planned");
        assertThat(house.plan("--new-take", "--set", "budget.per_shot=1")
                        .exits(0)
                        .out())
                .contains("0.90 USD are spent");
        assertThat(house.ask("status", "--new-take")
                        .exits(0)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("planned");
        assertThat(house.ask("compare", "--new-take").exits(2).problems()).contains("takes that are there");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aNewTakeThatWasRefusedIsNotBoughtByTheNextPlainRun() throws Exception {
        plate("run").exits(0);
        house.faults("", "{on: submit, do: {refuse: insufficientCredits}}");
        plate("run", "--new-take").exits(20);
        house.faults("");
        JsonNode plain = plate("run").exits(0).json();
        assertThat(plain.path("version").asText()).isEqualTo("v001");
        assertThat(plain.at("/task/take").asInt()).isEqualTo(1);
        assertThat(house.charges()).hasSize(1);
        assertThat(plate("run", "--new-take").exits(0).json().at("/task/take").asInt())
                .isEqualTo(2);
        assertThat(house.charges()).hasSize(2);
    }

    /** As if the run had been killed between the rename and its last word. */
    @Test
    void aNewTakeWhoseEndWasNeverToldIsToldBeforeAnotherIsBought() throws Exception {
        plate("run").exits(0);
        plate("run", "--new-take").exits(0);
        Files.delete(newest("told"));
        JsonNode again = plate("run", "--new-take").exits(0).json();
        assertThat(again.path("version").asText()).isEqualTo("v002");
        assertThat(again.at("/task/reused").asBoolean()).isTrue();
        assertThat(house.charges()).hasSize(2);
        assertThat(plate("run", "--new-take").exits(0).json().path("version").asText())
                .isEqualTo("v003");
        assertThat(house.charges()).hasSize(3);
    }

    @Test
    void aTakeThatNobodyCanTellAnythingOfIsReplacedOnlyAfterItWasAskedFor() throws Exception {
        house.faults("", "{on: submit, do: {answer: {status: 500}}}");
        plate("run", "--set", "provider.deadline_s=1").exits(75);
        house.faults("");
        Thread.sleep(3_600); // as long as the service is said to remember
        String old = "provider.reserved_h=0.001";
        assertThat(plate("run", "--new-take", "--set", old).exits(22).problems())
                .contains("buy anew with --new-take");
        assertThat(house.charges()).isEmpty();
        assertThat(plate("run", "--new-take").exits(0).json().at("/task/take").asInt())
                .isEqualTo(2);
        assertThat(house.charges()).hasSize(1);
    }

    /** As if somebody had cleared the shot's folder, and the service kept ids for a shorter time than it says. */
    @Test
    void whatTheLedgerHasIsNotSentAgainWhereJournalAndServiceHaveForgottenIt() throws Exception {
        plate("run").exits(0);
        FolderTree.delete(house.element());
        house.forget();
        for (int i = 0; i < 2; i++) {
            assertThat(plate("run", "--set", "budget.per_shot=0.95").exits(22).problems())
                    .contains("as charged since", "its journal is gone", "--new-take");
        }
        assertThat(house.charges()).isEmpty();
        assertThat(plate("run", "--new-take", "--set", "budget.per_shot=0.95")
                        .exits(23)
                        .problems())
                .contains("0.90 USD are spent");
        plate("run", "--new-take").exits(0);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aTakeWhoseJournalIsGoneIsNotSentAgainWhereTheServiceKnowsIt() throws Exception {
        plate("run").exits(0);
        FolderTree.delete(house.element());
        house.faults("", "{on: submit, do: {refuse: insufficientCredits}}");
        JsonNode again = plate("run", "--set", "budget.per_shot=0.95").exits(0).json();
        assertThat(again.path("version").asText()).isEqualTo("v001");
        assertThat(house.charges()).hasSize(1);
    }

    /** As if the run had been killed between two clips, and the service then listed them the other way round. */
    @Test
    void eachClipOfATakeKeepsItsNumberInWhateverOrderTheServiceListsThem() throws Exception {
        house.request(PostHouse.generate("").replace("exr: true}", "exr: true, takes: 2}"));
        plate("generate").exits(0);
        plate("fetch").exits(0);
        byte[] first = Files.readAllBytes(newest("r1-movie.mp4"));
        byte[] second = Files.readAllBytes(newest("r2-movie.mp4"));
        assertThat(first).isNotEqualTo(second);
        for (String name : List.of("r1-frames-1.zip", "r2-movie.mp4", "r2-frames-1.zip")) {
            Files.delete(newest(name));
        }
        house.faults("", "{on: poll, do: reversed}");
        plate("run").exits(0);
        assertThat(newest("r1-movie.mp4")).hasBinaryContent(first);
        assertThat(newest("r2-movie.mp4")).hasBinaryContent(second);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aClipWithoutItsFramesIsNamedAndTheOtherCanBePicked() throws Exception {
        house.request(PostHouse.generate("").replace("exr: true}", "exr: true, takes: 2}"));
        house.faults("", "{on: poll, do: {files: first_missing}}");
        assertThat(plate("generate").exits(0).problems())
                .contains("Clip 1 of 2 came without the EXR frames", "reply.json");
        assertThat(plate("run").exits(30).problems())
                .contains("Clip 1 of task", "Clip 2 of the same task is whole", "`pick`");
        JsonNode takes = house.ask("compare").exits(0).json().path("takes");
        assertThat(takes).hasSize(1);
        assertThat(takes.at("/0/name").asText()).isEqualTo("1.2");
        house.ask("pick", "1.2").exits(0);
        assertThat(plate("run").exits(0).json().at("/task/rendition").asInt()).isEqualTo(2);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void resultsThatTheServiceNoLongerHasAreSaidAndAnotherTakeMayBeBought() throws Exception {
        plate("generate").exits(0);
        house.faults("", "{on: poll, do: {fail: taskExpired}}", "{on: details, do: empty}");
        assertThat(plate("run").exits(30).problems()).contains("was bought", "the files or the money");
        house.faults("");
        plate("run", "--new-take").exits(0);
        assertThat(house.charges()).hasSize(2);
    }

    @Test
    void aRefusalAfterAnAnswerThatWasLostLeavesTheDoubt() throws Exception {
        house.faults("", "{on: submit, do: cut_after}");
        plate("run", "--set", "provider.deadline_s=1").exits(75);
        house.faults("", "{on: submit, do: {refuse: contentPolicyViolation}}", "{on: poll, do: empty}");
        assertThat(plate("run").exits(20).problems()).contains("earlier sending", "contentPolicyViolation");
        List<String> status = List.of(
                "status", house.request().toString(), "--root", house.root().toString());
        assertThat(PostHouse.run(status).out()).contains("sent");
        house.faults("");
        plate("run").exits(0);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void framesThatThisDiskSpoiltAreFetchedAgainAndNotBought() throws Exception {
        plate("generate").exits(0);
        plate("fetch").exits(0);
        flip(newest("r1-frames-1.zip"));
        assertThat(plate("deliver").exits(50).problems()).contains("r1-frames-1.zip", "at no charge");
        plate("run").exits(0);
        assertThat(newest("r1-frames-1.zip").resolveSibling("r1-frames-1.zip.damaged"))
                .doesNotExist();
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aMovieOfAnotherSizeThanWhenItWasProvedIsFetchedAgain() throws Exception {
        plate("generate").exits(0);
        plate("fetch").exits(0);
        Files.writeString(newest("r1-movie.mp4"), "more", StandardOpenOption.APPEND);
        assertThat(plate("deliver").exits(11).problems()).contains("`platewright fetch`");
        plate("run").exits(0);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void whatChangedBetweenVerifyAndPublishIsNotPublished() throws Exception {
        for (String step : List.of("generate", "fetch", "deliver", "verify")) {
            plate(step).exits(0);
        }
        flip(newest("sh0010_genplate_v001.1003.exr"));
        assertThat(plate("publish").exits(50).problems()).contains("sh0010_genplate_v001.1003.exr", "xxh128");
        assertThat(house.versions()).isEmpty();
        assertThat(plate("publish").exits(11).problems()).contains("`platewright deliver`");
        plate("deliver").exits(0);
        plate("verify").exits(0);
        Files.writeString(newest("sh0010_genplate_v001.1003.exr").resolveSibling("notes.txt"), "from somebody");
        assertThat(plate("publish").exits(50).problems()).contains("notes.txt is not part of it");
        assertThat(house.versions()).isEmpty();
        plate("run").exits(0);
        assertThat(house.versions()).containsExactly("v001");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void everyTakeIsKeptComparedAndAnyIsDelivered() throws Exception {
        house.request(PostHouse.generate("").replace("exr: true}", "exr: true, takes: 3}"));
        JsonNode first = plate("run").exits(0).json();
        assertThat(first.at("/task/rendition").asInt()).isEqualTo(1);
        JsonNode compared = request("compare").exits(0).json();
        assertThat(compared.path("takes").findValuesAsText("name")).containsExactly("1.1", "1.2", "1.3");
        assertThat(compared.path("takes").findValuesAsText("frames")).containsOnly("6");
        assertThat(compared.path("takes").findValuesAsText("peak")).doesNotHaveDuplicates();
        assertThat(Path.of(compared.at("/compare/html").asText())).content().contains("take-1.2.jpg", "not finite");
        assertThat(newest("take-1.3.jpg")).isNotEmptyFile();
        assertThat(request("pick", "1.4").exits(11).problems()).contains("Those that are here: 1.1, 1.2, 1.3.");
        request("pick", "1.2").exits(0);
        JsonNode second = plate("run").exits(0).json();
        assertThat(second.path("version").asText()).isEqualTo("v002");
        assertThat(second.at("/task/rendition").asInt()).isEqualTo(2);
        assertThat(second.at("/task/task_uuid")).isEqualTo(first.at("/task/task_uuid"));
        request("pick", "1.1").exits(0);
        assertThat(plate("run").exits(0).json().path("version").asText()).isEqualTo("v001");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void anOlderTakeIsDeliveredWhenItIsPickedUntilANewOneIsBought() throws Exception {
        plate("run").exits(0);
        plate("run", "--new-take").exits(0);
        request("pick", "1").exits(0);
        assertThat(plate("run").exits(0).json().path("version").asText()).isEqualTo("v001");
        assertThat(plate("run", "--new-take").exits(0).json().path("version").asText())
                .isEqualTo("v003");
        assertThat(plate("run").exits(0).json().path("version").asText()).isEqualTo("v003");
        assertThat(house.charges()).hasSize(3);
    }

    /** A command that takes no progress and no threads. */
    private PostHouse.Ended request(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command, house.request().toString()));
        line.addAll(List.of(more));
        line.addAll(List.of("--json", "--root", house.root().toString()));
        return PostHouse.run(line);
    }

    @Test
    void aCommandLineThatCannotBeIsAnObjectTooForWhoeverAsksForOne() throws Exception {
        List<String> idle = List.of("run", house.request().toString(), "--json", "--threads", "0");
        assertThat(PostHouse.run(idle).exits(2).problems()).contains("--threads 0");
        assertThat(plate("run", "--newtake").exits(2).problems()).contains("--newtake");
        assertThat(house.charges()).isEmpty();
    }

    private PostHouse.Ended plate(String command, String... options) {
        return house.run(
                command,
                Stream.concat(Stream.of("--only", "plate"), Stream.of(options)).toArray(String[]::new));
    }

    /** The file of this name that was written last, wherever below the root. */
    private Path newest(String name) throws Exception {
        try (Stream<Path> all = Files.walk(house.root())) {
            return all.filter(p -> p.endsWith(name))
                    .max((a, b) ->
                            Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .orElseThrow();
        }
    }

    private static void flip(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
