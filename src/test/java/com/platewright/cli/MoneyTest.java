// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Caps before the first byte, and a ledger that knows every purchase. The clip of the house is estimated at 0.90 USD. */
class MoneyTest extends HouseTest {
    @ParameterizedTest
    @CsvSource({
        "budget.per_request, this request is estimated at 0.90 USD",
        "budget.per_shot,    would add 0.90 USD",
        "budget.per_show,    would add 0.90 USD",
        "budget.per_day,     would add 0.90 USD"
    })
    void aCapThatWouldBreakIsExit23AndNothingIsSent(String key, String said) throws Exception {
        PostHouse.Ended ended = generate("--set", key + "=0.89").exits(23);
        assertThat(ended.json().path("code").asText()).isEqualTo("budget");
        assertThat(ended.json().path("retryable").asBoolean(true)).isFalse();
        assertThat(ended.problems()).contains(key + " is 0.89 USD", said, "Nothing was sent.");
        assertThat(house.charges()).isEmpty();
        generate("--set", key + "=0.90").exits(0);
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aRequestAboveTheGateIsBoughtWithAWordForItsAmount() throws Exception {
        String gate = "budget.approval.above=0.5";
        assertThat(generate("--set", gate).exits(23).problems()).contains("--approve 0.9");
        generate("--set", gate, "--approve", "0.80").exits(23);
        assertThat(house.charges()).isEmpty();
        generate("--set", gate, "--approve", "0.90").exits(0);
        generate("--set", gate).exits(0); // bought already: nothing to approve
        assertThat(house.charges()).hasSize(1);
        assertThat(house.run("fetch", "--approve", "1").exits(2).problems()).contains("no other step buys anything");
    }

    @Test
    void aNewTakeCountsAgain() throws Exception {
        house.run("run", "--only", "plate", "--set", "budget.per_shot=1").exits(0);
        assertThat(house.run("run", "--only", "plate", "--new-take", "--set", "budget.per_shot=1")
                        .exits(23)
                        .problems())
                .contains("0.90 USD are spent", "would add 0.90 USD");
        assertThat(house.charges()).hasSize(1);
        house.run("run", "--only", "plate", "--set", "budget.per_shot=1").exits(0);
        house.run("run", "--only", "plate", "--new-take", "--set", "budget.per_shot=2")
                .exits(0);
        assertThat(total().path("purchases").asInt()).isEqualTo(2);
        assertThat(total().path("charged").decimalValue()).isEqualByComparingTo("1.8");
    }

    @Test
    void aChargeThatIsNotSaidIsUnknownAndCountsWithItsEstimate() throws Exception {
        house.faults("", "{on: poll, do: {cost: missing}}");
        generate().exits(0);
        assertThat(total().path("charged").isNull()).isTrue();
        assertThat(total().path("unconfirmed").asInt()).isEqualTo(1);
        assertThat(total().path("may_cost").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(state()).isEqualTo("unknown");
    }

    @Test
    void whatWasRefusedIsGivenBack() throws Exception {
        house.faults("", "{on: submit, do: {refuse: insufficientCredits}}");
        generate("--set", "budget.per_show=1").exits(20);
        assertThat(state()).isEqualTo("refused");
        assertThat(total().path("purchases").asInt(-1)).isZero();
        assertThat(total().path("refused").asInt()).isEqualTo(1);
        house.faults("");
        generate("--set", "budget.per_show=1").exits(0);
        assertThat(state()).isEqualTo("charged");
    }

    @ParameterizedTest
    @CsvSource({"429,75", "404,10"})
    void whatSurelyWasNotAcceptedIsGivenBackToo(int status, int exit) throws Exception {
        house.faults("", "{on: submit, do: {answer: {status: " + status + "}}}");
        generate("--set", "provider.deadline_s=1").exits(exit);
        assertThat(state()).isEqualTo("refused");
        assertThat(total().path("purchases").asInt(-1)).isZero();
        house.faults("");
        generate("--set", "budget.per_day=1").exits(0);
        assertThat(state()).isEqualTo("charged");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void anOrderOfWhichNotAllCameStaysUnconfirmed() throws Exception {
        house.request(PostHouse.generate("").replace("exr: true}", "exr: true, takes: 2}"));
        house.faults("", "{on: poll, do: one_per_poll}", "{on: poll, do: {mixed: own}}");
        generate().exits(0);
        assertThat(state()).isEqualTo("unknown");
        assertThat(total().path("charged").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(total().path("may_cost").decimalValue()).isEqualByComparingTo("0.9");
    }

    @Test
    void whatFailedAfterItWasAcceptedStaysCounted() throws Exception {
        house.faults("", "{on: poll, do: {fail: providerError}}");
        generate("--set", "budget.per_show=1").exits(21);
        assertThat(state()).isEqualTo("failed");
        assertThat(total().path("charged").isNull()).isTrue();
        assertThat(generate("--new-take", "--set", "budget.per_show=1")
                        .exits(23)
                        .problems())
                .contains("0.90 USD of it unconfirmed, in 1 purchase");
    }

    @Test
    void aTaskWhoseAnswerWasLostKeepsItsPlaceAndIsNotStoppedByACap() throws Exception {
        house.faults("", "{on: submit, do: cut_after}");
        generate("--set", "provider.deadline_s=1").exits(75);
        assertThat(state()).isEqualTo("sent");
        house.faults("");
        generate("--set", "budget.per_shot=0.1").exits(0);
        assertThat(state()).isEqualTo("charged");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aLedgerThatIsGoneOrBehindIsHealedFromTheJournals() throws Exception {
        generate().exits(0);
        Path file = house.root().resolve(".platewright/ledger.sqlite");
        sql(file, "UPDATE purchase SET state = 'sent', charged = NULL");
        generate().exits(0);
        assertThat(state()).isEqualTo("charged");

        Files.delete(file);
        assertThat(total().path("charged").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(file).doesNotExist();
        generate("--new-take", "--set", "budget.per_show=1").exits(0); // not used up: the same take
        assertThat(state()).isEqualTo("charged");

        sql(file, "DELETE FROM purchase");
        assertThat(ledger("--rebuild").path("play_money").at("/total/purchases").asInt())
                .isEqualTo(1);
        assertThat(state()).isEqualTo("charged");
    }

    @Test
    void theLedgerAddsUpByWhatIsAskedFor() throws Exception {
        generate().exits(0);
        house.request(PostHouse.generate("").replace("sh0010", "sh0020").replace("sparks", "embers"));
        generate().exits(0);
        assertThat(ledger("--by", "shot").at("/play_money/rows").findValuesAsText("shot"))
                .containsExactly("demo/sq010/sh0010", "demo/sq010/sh0020");
        assertThat(ledger("--by", "operation")
                        .at("/play_money/rows/0/operation")
                        .asText())
                .isEqualTo("generate");
        assertThat(ledger("--by", "show").at("/play_money/rows/0/show").asText())
                .isEqualTo("demo");
        assertThat(ledger("--by", "day", "--to", "2020-01-01").at("/play_money/rows"))
                .isEmpty();
        assertThat(ledger().at("/money/total/purchases").asInt(-1)).isZero();
        PostHouse.Ended words =
                PostHouse.run(List.of("ledger", "--root", house.root().toString()));
        assertThat(words.exit()).isZero();
        assertThat(words.out())
                .contains(
                        "  shot               purchases  estimated  charged  unconfirmed  may cost  unpriced  refused",
                        "  demo/sq010/sh0010          1       0.90     0.90            0         -         0        0",
                        "  total                      2       1.80     1.80            0         -         0        0");
        assertThat(PostHouse.run(List.of("ledger")).exit()).isEqualTo(2);
    }

    @Test
    void aPlanSaysWhatIsLeftAndWhetherARunWouldBeRefused() throws Exception {
        generate().exits(0);
        house.request(PostHouse.generate("").replace("sparks", "rain"));
        JsonNode plan = house.plan("--set", "budget.per_shot=1").json().path("plan");
        assertThat(plan.at("/budget/caps/0/key").asText()).isEqualTo("budget.per_shot");
        assertThat(plan.at("/budget/caps/0/left").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(plan.at("/budget/breaches/0").asText()).contains("would add 0.90 USD");
        assertThat(plan.at("/costs_now/words").asText()).contains("exit 23");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void aQuoteIsTheProvidersPriceAndCostsNothing() throws Exception {
        JsonNode quote = house.plan("--quote").exits(0).json().at("/plan/quote");
        assertThat(quote.path("amount").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(quote.path("words").asText()).contains("says sandbox", "not charged");
        assertThat(house.charges()).isEmpty();
        BufferedImage still = new BufferedImage(16, 9, BufferedImage.TYPE_3BYTE_BGR);
        ImageIO.write(still, "png", folder.resolve("first.png").toFile());
        house.request(PostHouse.generate("")
                .replace("exr: true", "exr: true, keyframes: [{image: first.png, frame: first}]"));
        assertThat(house.plan("--quote").exits(0).json().at("/plan/quote/words").asText())
                .contains("not asked", "1 file");
    }

    @Test
    void aPriceTableThatIsWrongIsTheShowsFault() throws Exception {
        Path table = Files.writeString(folder.resolve("prices.yaml"), "as_of: 2026-11-22\ncurrency: USD\nrows: []\n");
        PostHouse.Ended ended = generate("--set", "provider.prices=" + table).exits(10);
        assertThat(ended.problems()).contains("prices.yaml:3", "at least 1");
        assertThat(house.charges()).isEmpty();
    }

    private PostHouse.Ended generate(String... options) {
        return house.run("generate", options);
    }

    private JsonNode ledger(String... options) {
        List<String> line =
                new ArrayList<>(List.of("ledger", "--root", house.root().toString(), "--json"));
        line.addAll(List.of(options));
        return PostHouse.run(line).exits(0).json();
    }

    private JsonNode total() {
        return ledger().at("/play_money/total");
    }

    /** The state of the only purchase, as SQLite itself reads it. */
    private String state() throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(
                        "jdbc:sqlite:" + house.root().resolve(".platewright/ledger.sqlite"));
                var rows = connection.createStatement().executeQuery("SELECT state, provider FROM purchase")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("provider")).isEqualTo("sandbox");
            String state = rows.getString("state");
            assertThat(rows.next()).as("another purchase").isFalse();
            return state;
        }
    }

    private static void sql(Path file, String statement) throws Exception {
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
