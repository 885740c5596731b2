// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import static com.platewright.sandbox.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.fault.FaultScript;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outlives a server, and what several servers make of one folder. */
class SandboxStateTest {
    private static final String SMALL =
            "[{on: submit, do: {clip: {frames: 3, movie_frames: 2, width: 64, height: 32}}}]";

    @TempDir
    private Path folder;

    private SandboxServer start(TinyRenderer renderer) throws Exception {
        return SandboxServer.start(SandboxSettings.in(folder, renderer).withFaults(FaultScript.parse(SMALL)));
    }

    @Test
    void aLaterServerFindsTaskChargeAndFilesAgain() throws Exception {
        byte[] before;
        try (SandboxServer server = start(new TinyRenderer())) {
            Wire wire = new Wire(server);
            wire.submit(ID);
            before = wire.get(wire.wait(ID).item().at("/outputs/files/0/url").asText())
                    .body();
        }
        TinyRenderer idle = new TinyRenderer();
        try (SandboxServer server = start(idle)) {
            Wire wire = new Wire(server);
            assertThat(wire.submit(ID).code()).isEqualTo("conflictTaskUUID");
            String url = wire.poll(ID).item().at("/outputs/files/0/url").asText();
            assertThat(url).contains(":" + server.port() + "/");
            assertThat(wire.get(url).body()).isEqualTo(before);
            assertThat(wire.charges()).hasSize(1);
        }
        assertThat(idle.renders()).isZero();
    }

    @Test
    void aClipInTheMakingIsMadeAgainByTheNextServer() throws Exception {
        try (SandboxServer server = start(new TinyRenderer(10_000))) {
            Wire wire = new Wire(server);
            wire.submit(ID);
            assertThat(wire.poll(ID).item().path("status").asText()).isEqualTo("processing");
        }
        try (SandboxServer server = start(new TinyRenderer())) {
            Wire wire = new Wire(server);
            assertThat(wire.wait(ID).item().path("status").asText()).isEqualTo("success");
            assertThat(wire.charges()).hasSize(1);
        }
        assertThat(litter()).isEmpty();
    }

    @Test
    void progressIsToldWhileAClipIsMade() throws Exception {
        try (SandboxServer server = start(new TinyRenderer(300))) {
            Wire wire = new Wire(server);
            wire.submit(ID);
            List<Integer> seen = new ArrayList<>();
            while (wire.poll(ID).item().path("status").asText().equals("processing") && seen.size() < 1000) {
                seen.add(wire.poll(ID).item().path("progress").asInt());
            }
            assertThat(seen).anyMatch(percent -> percent > 0 && percent < 100);
        }
    }

    @Test
    void aKilledServerLeavesOneChargeAndTheSameBytesInTheEnd() throws Exception {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString(),
                        SMALL)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            URI endpoint = URI.create(out.readLine());
            Wire wire = new Wire(endpoint);
            wire.submit(ID);
            while (wire.poll(ID).item().path("progress").asInt() == 0) {
                Thread.sleep(20);
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        assertThat(litter()).as("the killed server was in the middle of a clip").isNotEmpty();
        byte[] mended = clip(folder);
        assertThat(litter()).isEmpty();

        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        try (SandboxServer server = SandboxServer.start(
                SandboxSettings.in(fresh, new TinyRenderer()).withFaults(FaultScript.parse(SMALL)))) {
            new Wire(server).submit(ID);
        }
        assertThat(clip(fresh)).isEqualTo(mended);
    }

    /** The archive of the one task that was charged in this state folder. */
    private static byte[] clip(Path state) throws Exception {
        try (SandboxServer server = SandboxServer.start(SandboxSettings.in(state, new TinyRenderer()))) {
            Wire wire = new Wire(server);
            assertThat(wire.charges()).hasSize(1);
            return wire.get(wire.wait(ID).item().at("/outputs/files/0/url").asText())
                    .body();
        }
    }

    @Test
    void ofManyRivalsOneIsAcceptedAndOneCharged() throws Exception {
        int rounds = 20;
        int rivals = 8;
        ExecutorService threads = Executors.newFixedThreadPool(rivals);
        try (SandboxServer one = start(new TinyRenderer(60_000));
                SandboxServer two = start(new TinyRenderer(60_000))) {
            for (int round = 0; round < rounds; round++) {
                String id = UUID.nameUUIDFromBytes(("round " + round).getBytes(StandardCharsets.UTF_8))
                        .toString();
                CountDownLatch gate = new CountDownLatch(1);
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < rivals; i++) {
                    Wire wire = new Wire(i % 2 == 0 ? one : two);
                    Callable<Integer> rival = () -> {
                        gate.await();
                        return wire.submit(id).status();
                    };
                    answers.add(threads.submit(rival));
                }
                gate.countDown();
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).as("round " + round).containsOnlyOnce(200).containsOnly(200, 409);
                assertThat(new Wire(one).charges()).hasSize(round + 1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTaskThatCannotBeRenderedFailsForGood() throws Exception {
        TinyRenderer renderer = new TinyRenderer();
        try (SandboxServer server = start(renderer)) {
            Wire wire = new Wire(server);
            wire.faults("[{on: submit, do: {clip: {frames: 1, width: 32, height: 16, exr: {compression: magic}}}}]");
            wire.submit(ID);
            Wire.Answer answer = wire.wait(ID);
            assertThat(answer.code()).isEqualTo("processingFailed");
            assertThat(answer.error().path("message").asText()).contains("could not be rendered");
        }
        try (SandboxServer server = start(renderer)) {
            assertThat(new Wire(server).poll(ID).code()).isEqualTo("processingFailed");
        }
        assertThat(renderer.renders()).isEqualTo(1);
    }

    /** Drafts that nobody works on any more. */
    private List<String> litter() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("tasks"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("draft-") || name.startsWith(".draft-"))
                    .toList();
        }
    }

    /** A server in a process of its own, to be killed. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws Exception {
            SandboxSettings settings =
                    SandboxSettings.in(Path.of(args[0]), new TinyRenderer(700)).withFaults(FaultScript.parse(args[1]));
            SandboxServer server = SandboxServer.start(settings);
            System.out.println(server.endpoint());
            Thread.sleep(60_000);
            server.close();
        }
    }
}
