// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.UploadedMedia;
import com.platewright.provider.runware.ScriptedServer.Effect;
import com.platewright.provider.runware.ScriptedServer.Turn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The marked key goes into one header and comes out nowhere, even if the service echoes it. */
class SecretsTest {
    private static final Logger ROOT = Logger.getLogger("");

    /** Held, since the logging system forgets the level of a logger that nobody holds. */
    private static final Logger OKHTTP = Logger.getLogger("okhttp3");

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Level before = ROOT.getLevel();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLoggerName() + " " + line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void recordEveryLogLine() {
        ROOT.setLevel(Level.ALL);
        OKHTTP.setLevel(Level.ALL);
        recorder.setLevel(Level.ALL);
        ROOT.addHandler(recorder);
    }

    @AfterEach
    void recordNoMore() {
        ROOT.removeHandler(recorder);
        ROOT.setLevel(before);
        OKHTTP.setLevel(null);
    }

    @Test
    void anEchoedKeyIsInNoExceptionAndNoLog() throws Exception {
        String echo = "you sent Bearer " + Bench.KEY;
        for (Turn turn : List.of(
                Turn.reply(401, "{\"errors\":[{\"code\":\"invalidApiKey\",\"message\":\"" + echo + "\"}]}"),
                Turn.reply(400, "{\"errors\":[{\"code\":\"" + Bench.KEY + "\",\"parameter\":\"" + Bench.KEY + "\"}]}"),
                Turn.reply(403, "<html>" + echo + "</html>"),
                Turn.reply(404, "<html>" + echo + "</html>"),
                Turn.reply(500, "<html>" + echo + "</html>"),
                Turn.reply(200, "<html>" + echo + "</html>"),
                new Turn(Effect.TRUNCATE, 200, Map.of(), echo),
                Turn.of(Effect.CUT_AFTER))) {
            try (Bench bench = Bench.of(turn)) {
                assertThatThrownBy(() -> bench.client.submit(Bench.task(), bench.deadline(3)))
                        .satisfies(SecretsTest::isClean);
                assertThatThrownBy(() -> bench.client.account()).satisfies(SecretsTest::isClean);
                assertThat(bench.client.toString()).doesNotContain(Bench.KEY);
                assertThat(bench.server.received().get(0).headers())
                        .containsEntry("Authorization", "Bearer " + Bench.KEY);
                assertThat(bench.server.received().get(0).body()).doesNotContain(Bench.KEY);
            }
        }
        assertThat(logged)
                .anyMatch(line -> line.contains("trying again in 1 s"))
                .anyMatch(line -> line.startsWith("okhttp3"))
                .noneMatch(line -> line.contains(Bench.KEY));
    }

    @Test
    void theKeyIsAskedForAtEachCall() throws Exception {
        try (Bench bench = Bench.of(Turn.reply(200, Bench.ACK))) {
            Queue<String> keys = new ConcurrentLinkedQueue<>(List.of(" first-key\n", "second-key"));
            RunwareProvider client = client(bench.server.endpoint(), keys::remove);
            client.poll(Bench.TASK);
            client.poll(Bench.TASK);
            assertThat(bench.server.received())
                    .extracting(r -> r.headers().get("Authorization"))
                    .containsExactly("Bearer first-key", "Bearer second-key");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "two MARKED words", "MARKED\r\nX-Evil: 1", "MARKED-schlüssel"})
    void aKeyThatCannotBeOneIsRefusedWithoutBeingShown(String key) throws Exception {
        try (Bench bench = Bench.of(Turn.reply(200, Bench.ACK))) {
            RunwareProvider client = client(bench.server.endpoint(), () -> key);
            assertThatThrownBy(() -> client.submit(Bench.task(), bench.deadline(60)))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                    .hasMessageContaining("RUNWARE_API_KEY")
                    .hasMessageNotContaining("MARKED");
            assertThat(bench.server.received()).isEmpty();
        }
    }

    private static RunwareProvider client(String endpoint, Supplier<String> key) throws ProviderException {
        return RunwareProvider.open(
                RunwareSettings.of(endpoint, Duration.ofSeconds(10)), key, UploadedMedia.inMemory());
    }

    private static void isClean(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(Bench.KEY);
        if (thrown instanceof ProviderException e) {
            assertThat(e.error().toString()).doesNotContain(Bench.KEY);
        }
    }
}
