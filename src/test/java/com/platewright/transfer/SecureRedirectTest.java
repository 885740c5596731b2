// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureRedirectTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final TransferLimits LIMITS =
            new TransferLimits(Duration.ofSeconds(5), Duration.ofMinutes(1), 3, 1_000_000);

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static KeyStore keys;

    @BeforeAll
    static void start() throws Exception {
        DebianTool.run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                "keys.p12",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD));
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/file", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write(new byte[] {1, 2, 3, 4});
            exchange.close();
        });
        server.createContext("/down", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/file");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void httpsIsFetched() throws Exception {
        Path target = folder.resolve("file");
        new Downloader(trusting(), LIMITS, new FakeTime()).fetch(link("/file"), target, Progress.NONE);
        assertThat(target).hasBinaryContent(new byte[] {1, 2, 3, 4});
    }

    @Test
    void redirectFromHttpsToPlainHttpIsRefused() {
        assertThatThrownBy(() -> new Downloader(trusting(), LIMITS, new FakeTime())
                        .fetch(link("/down"), folder.resolve("file"), Progress.NONE))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("redirected to plain http");
    }

    @Test
    void serverThatNobodyVouchesForIsNotTriedAgain() {
        FakeTime time = new FakeTime();
        assertThatThrownBy(() -> new Downloader(
                                HttpClients.quiet("Platewright/test", LIMITS.idle())
                                        .build(),
                                LIMITS,
                                time)
                        .fetch(link("/file"), folder.resolve("file"), Progress.NONE))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("could not prove who it is");
        assertThat(time.slept).isEmpty();
    }

    private String link(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    private OkHttpClient trusting() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        X509TrustManager manager = (X509TrustManager) trust.getTrustManagers()[0];
        return HttpClients.quiet("Platewright/test", LIMITS.idle())
                .sslSocketFactory(tls.getSocketFactory(), manager)
                .build();
    }
}
