// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wrong request ends before anything is sent or written. */
class WrongRequestTest extends HouseTest {
    private static final String WRONG = """
            show: demo
            sequence: sq010
            shot: sh0010
            generate:
              prompt: sparks
              resolution: 1080p
              width: 1920
              loop: true
              hdr: true
              exr: true
              duraton: 5
              keyframes:
                - {image: first.png, frame: first}
            """;

    private HttpServer listener;
    private final AtomicInteger heard = new AtomicInteger();

    @BeforeEach
    void listen() throws Exception {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            heard.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void stopListening() {
        listener.stop(0);
    }

    @Test
    void everyProblemIsNamedWithItsPlaceAndNothingIsSentOrWritten() throws Exception {
        house.request(WRONG);
        PostHouse.Ended ended = listened("run").exits(11);
        JsonNode json = ended.json();
        assertThat(json.path("status").asText() + " " + json.path("code").asText())
                .isEqualTo("failed request");
        assertThat(json.path("retryable").asBoolean()).isFalse();
        List<String> places = new ArrayList<>();
        json.path("problems").forEach(p -> {
            places.add(Path.of(p.path("where").asText()).getFileName() + " "
                    + p.path("message").asText());
            assertThat(ended.err())
                    .contains(
                            p.path("where").asText() + ": " + p.path("message").asText());
        });
        assertThat(places)
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p)
                                .startsWith("shot.yaml:7:10")
                                .contains("never both", "resolution 1080p and a width"),
                        p -> assertThat(p).startsWith("shot.yaml:7:10").contains("given together", "a width alone"),
                        p -> assertThat(p).startsWith("shot.yaml:8:9").contains("A loop cannot be HDR"),
                        p -> assertThat(p)
                                .startsWith("shot.yaml:11:3")
                                .contains("unknown key generate.duraton; did you mean generate.duration?"),
                        p -> assertThat(p).startsWith("shot.yaml:13:15").contains("there is no file", "first.png"));
        assertThat(heard).hasValue(0);
        assertThat(house.charges()).isEmpty();
        assertThat(house.root()).doesNotExist();
    }

    @Test
    void everyStepRefusesItAlike() throws Exception {
        house.request(WRONG);
        String problems = listened("run").exits(11).problems();
        for (String step : List.of("generate", "fetch", "deliver", "verify", "publish")) {
            assertThat(listened(step).exits(11).problems()).isEqualTo(problems);
        }
        assertThat(house.root()).doesNotExist();
    }

    @Test
    void missingAndUnreadableInputsAreNamedTogether() throws Exception {
        house.request(PostHouse.generate("audio: [{file: mix.wav, track: mix}, {file: shot.yaml, track: fx}]\n"));
        assertThat(listened("run").exits(11).problems()).contains("shot.yaml:5:16", "mix.wav");
        house.request(PostHouse.generate("audio: [{file: shot.yaml, track: fx}]\n"));
        assertThat(listened("run").exits(11).problems()).contains("audio fx", "shot.yaml");
        assertThat(heard).hasValue(0);
    }

    @Test
    void aRightRequestIsSentToTheSameListener() {
        assertThat(listened("run").exits(75).json().path("retryable").asBoolean())
                .isTrue();
        assertThat(heard).hasPositiveValue();
    }

    /** Runs with the counting listener in the provider's place. */
    private PostHouse.Ended listened(String command) {
        String endpoint = "http://127.0.0.1:" + listener.getAddress().getPort() + "/v1";
        return house.run(command, "--set", "provider.endpoint=" + endpoint, "--set", "provider.deadline_s=1");
    }
}
