// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.money.Money;
import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.VideoProvider.Account;
import com.platewright.provider.runware.ScriptedServer.Effect;
import com.platewright.provider.runware.ScriptedServer.Received;
import com.platewright.provider.runware.ScriptedServer.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The questions that cost nothing: the account behind the key, and the price of a request. */
class MoneyQuestionsTest {
    @Test
    void theAccountIsReadWithNumbersAsTextOrNot() throws Exception {
        String body = "{\"data\":[{\"taskType\":\"accountManagement\",\"operation\":\"getDetails\","
                + "\"organizationName\":\"Harbour Post\",\"balance\":{\"amount\":\"152.30\",\"freeBalance\":2.5,"
                + "\"currency\":\"USD\"},\"team\":[],\"apiKeys\":[{\"name\":\"x\"}]}]}";
        try (Bench bench = Bench.of(Turn.reply(200, body))) {
            Account account = bench.client.account();
            assertThat(account.organisation()).isEqualTo("Harbour Post");
            assertThat(account.balance()).map(Money::toString).contains("152.30 USD");
            assertThat(account.free()).map(Money::toString).contains("2.50 USD");
            Received asked = bench.server.received().get(0);
            assertThat(asked.taskType()).isEqualTo("accountManagement");
            assertThat(asked.task().path("operation").asText()).isEqualTo("getDetails");
        }
    }

    @Test
    void anAccountThatSaysLittleIsStillAnAccount() throws Exception {
        try (Bench bench = Bench.of(Turn.reply(200, "{\"data\":[{\"taskType\":\"accountManagement\"}]}"))) {
            assertThat(bench.client.account().balance()).isEmpty();
        }
    }

    @Test
    void aWrongKeyIsSaidWithItsRemedy() throws Exception {
        try (Bench bench = Bench.of(Turn.reply(401, "{\"errors\":[{\"code\":\"invalidApiKey\"}]}"))) {
            assertThatThrownBy(() -> bench.client.account())
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                    .hasMessageContaining("RUNWARE_API_KEY");
        }
    }

    @Test
    void aServiceThatIsNotThereIsNotAWrongKey() throws Exception {
        for (Turn turn : List.of(Turn.of(Effect.CUT_AFTER), Turn.reply(502, "<html/>"), Turn.reply(200, "<html/>"))) {
            try (Bench bench = Bench.of(turn)) {
                assertThatThrownBy(() -> bench.client.account())
                        .isInstanceOfSatisfying(ProviderException.class, e -> assertThat(e.kind())
                                .isEqualTo(Kind.BUSY));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'data':[{'taskType':'videoInference','taskUUID':'ECHO','cost':0.9}]} | 0.90 USD",
                "{'data':[{'taskUUID':'ECHO','cost':'3.60'}]} | 3.60 USD",
                "{'data':{'cost':0.9}} | 0.90 USD",
                "{'data':[{'taskUUID':'ECHO','pricing':{'total':{'cost':1.8,'currency':'USD'}}}]} | 1.80 USD",
                "{'data':[{'cost':0.9},{'cost':0.9}]} | 1.80 USD",
                "{'data':[{'cost':0.9},{}]} | ",
                "{'data':[{'taskUUID':'ECHO','cost':0}]} | ",
                "{'data':[{'taskUUID':'ECHO'}]} | ",
                "{'data':[]} | ",
                "{'cost':0.9} | 0.90 USD",
                "{} | ",
                "[] | ",
                "not JSON | "
            })
    void theQuoteIsReadFromWhicheverShapeOrIsNotKnown(String body, String price) throws Exception {
        Turn turn = Turn.reply(200, body.replace('\'', '"'));
        try (Bench bench = Bench.of(turn)) {
            assertThat(bench.client
                            .quote(Bench.request(List.of()), bench.deadline(60))
                            .map(Money::toString)
                            .orElse(null))
                    .isEqualTo(price);
            Received asked = bench.server.received().get(0);
            assertThat(asked.headers()).containsEntry("X-Runware-Dry-Run", "1");
            assertThat(asked.taskType()).isEqualTo("videoInference");
            assertThat(asked.task().path("taskUUID").asText()).isNotEqualTo(Bench.TASK.toString());
        }
    }

    @Test
    void aDryRunThatIsRefusedIsTheVerdictOnTheRequest() throws Exception {
        String body = "{\"errors\":[{\"code\":\"unsupportedDuration\",\"message\":\"no\",\"parameter\":\"duration\"}]}";
        try (Bench bench = Bench.of(Turn.reply(400, body))) {
            assertThatThrownBy(() -> bench.client.quote(Bench.request(List.of()), bench.deadline(60)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED))
                    .hasMessageContaining("in a dry run")
                    .hasMessageContaining("unsupportedDuration");
        }
    }

    @Test
    void onlyADryRunCarriesItsHeader() throws Exception {
        try (Bench bench = Bench.of(Turn.reply(200, Bench.ACK))) {
            bench.client.submit(Bench.task(), bench.deadline(60));
            assertThat(bench.server.received().get(0).headers()).doesNotContainKey("X-Runware-Dry-Run");
        }
    }
}
