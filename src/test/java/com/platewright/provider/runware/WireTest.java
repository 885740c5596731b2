// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.UploadedMedia;
import com.platewright.provider.runware.ScriptedServer.Effect;
import com.platewright.provider.runware.ScriptedServer.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireTest {
    @TempDir
    private Path folder;

    @Test
    void theTimeoutCoversABodyThatStalls() throws Exception {
        long start = System.nanoTime();
        try (Bench bench = Bench.of(Duration.ofMillis(500), List.of(Turn.of(Effect.STALL)))) {
            assertThatThrownBy(() -> bench.client.poll(Bench.TASK)).hasMessageContaining("no answer");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aBodyWithoutEndIsNotReadIntoMemory() throws Exception {
        Turn huge = new Turn(Effect.REPLY, 200, Map.of(), " ".repeat(9 << 20));
        try (Bench bench = Bench.of(huge)) {
            assertThatThrownBy(() -> bench.client.poll(Bench.TASK)).hasMessageContaining("longer than");
        }
    }

    @Test
    void aRedirectIsNotFollowedAndTheKeyNotCarriedOn() throws Exception {
        try (Bench target = Bench.of(Turn.reply(200, Bench.ACK))) {
            Turn moved = new Turn(Effect.REPLY, 308, Map.of("Location", target.server.endpoint()), "");
            try (Bench bench = Bench.of(moved)) {
                assertThatThrownBy(() -> bench.client.submit(Bench.task(), bench.deadline(60)))
                        .hasMessageContaining("HTTP 308");
            }
            assertThat(target.server.received()).isEmpty();
        }
    }

    @Test
    void whatIsSentIsJsonUnderTheKey() throws Exception {
        try (Bench bench = Bench.of(Turn.reply(200, Bench.ACK))) {
            bench.client.submit(Bench.task(), bench.deadline(60));
            assertThat(bench.server.received().get(0).line()).isEqualTo("POST /v1 HTTP/1.1");
            assertThat(bench.server.received().get(0).headers())
                    .containsEntry("Authorization", "Bearer " + Bench.KEY)
                    .containsEntry("User-Agent", "platewright")
                    .hasEntrySatisfying("Content-Type", type -> assertThat(type).startsWith("application/json"));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsAMatterOfConfiguration() throws Exception {
        try (SSLServerSocket socket = selfSigned()) {
            Thread server = new Thread(() -> handshake(socket));
            server.setDaemon(true);
            server.start();
            RunwareProvider client = RunwareProvider.open(
                    RunwareSettings.of("https://localhost:" + socket.getLocalPort() + "/v1", Duration.ofSeconds(10)),
                    () -> Bench.KEY,
                    UploadedMedia.inMemory());
            assertThatThrownBy(() -> client.account())
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                    .hasMessageContaining("certificate of localhost")
                    .hasMessageContaining("Nothing was sent");
        }
    }

    private SSLServerSocket selfSigned() throws Exception {
        Path store = folder.resolve("self-signed.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "self",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor())
                .as("keytool of this JDK makes a certificate")
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void handshake(SSLServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getInputStream().read();
        } catch (IOException clientWentAway) {
            // The client ends the handshake, which is what the test is about.
        }
    }
}
