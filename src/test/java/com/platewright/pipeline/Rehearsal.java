// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.platewright.DebianTool;
import com.platewright.cli.Main;
import com.platewright.sandbox.SandboxServer;
import com.platewright.sandbox.SandboxSettings;
import com.platewright.sandbox.clip.ClipRenderer;
import com.platewright.sandbox.fault.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** One shot under a root of its own, a sandbox of its own that sells its clip, and the one command that does it all. */
final class Rehearsal implements AutoCloseable {
    private static final String CLIP =
            "- {on: submit, do: {clip: {frames: 6, movie_frames: 6, width: 320, height: 180}}}\n";
    private static final long PATIENCE = 120_000_000_000L;

    private final Path folder;
    private final SandboxServer sandbox;
    private final AtomicInteger runs = new AtomicInteger();

    private Rehearsal(Path folder, SandboxServer sandbox) {
        this.folder = folder;
        this.sandbox = sandbox;
    }

    /**
     * Sets it up.
     *
     * @param faults rules of a script beside the one that makes the clip short and small
     */
    static Rehearsal in(Path folder, ClipRenderer renderer, String faults) throws Exception {
        Files.createDirectories(folder);
        DebianTool.run(
                folder,
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "sine=r=48000:d=0.25",
                "-c:a",
                "pcm_s24le",
                "mix.wav");
        Files.writeString(folder.resolve("request.yaml"), """
                show: demo
                sequence: sq010
                shot: sh0010
                generate:
                  prompt: "Dunes under a low sun."
                  resolution: 720p
                  duration: 5
                  hdr: true
                  exr: true
                audio:
                  - {file: mix.wav, track: mix, language: eng, offset: 0}
                """);
        SandboxSettings settings =
                SandboxSettings.in(folder.resolve("sandbox"), renderer).withFaults(FaultScript.parse(CLIP + faults));
        return new Rehearsal(folder, SandboxServer.start(settings));
    }

    /** The folder that holds the versions. */
    Path element() {
        return folder.resolve("root/sq010/sh0010/genplate");
    }

    /** Starts the command in a process of its own, under {@code prefix} if that is not empty. */
    Child start(List<String> prefix) {
        return start(prefix, "run");
    }

    /** Starts {@code run} or one of the steps in a process of its own. */
    Child start(List<String> prefix, String step) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dplatewright.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                step,
                folder.resolve("request.yaml").toString(),
                "--root",
                folder.resolve("root").toString(),
                "--json",
                "--progress",
                "plain",
                "--threads",
                "1",
                "--set",
                "provider.endpoint=" + sandbox.endpoint(),
                "--set",
                "provider.delivers.frames_5s=[6]",
                "--set",
                "provider.poll.first_s=0.1",
                "--set",
                "provider.poll.longest_s=0.2",
                "--set",
                "lease.ttl_s=10"));
        Path said = folder.resolve("run" + runs.incrementAndGet());
        ProcessBuilder child = new ProcessBuilder(command)
                .redirectOutput(said.resolveSibling(said.getFileName() + ".out").toFile())
                .redirectError(said.resolveSibling(said.getFileName() + ".err").toFile());
        try {
            return new Child(child.start(), said);
        } catch (IOException e) {
            throw new AssertionError(
                    "This test needs the program " + command.get(0) + ". On Debian: apt-get install strace", e);
        }
    }

    /** The command under way, or ended. */
    record Child(Process process, Path said) {
        String output() throws IOException {
            return Files.readString(said.resolveSibling(said.getFileName() + ".out"));
        }

        String errors() {
            try {
                return Files.readString(said.resolveSibling(said.getFileName() + ".err"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        int exit() throws InterruptedException {
            return process.waitFor();
        }

        /** Waits for something that can be seen from outside while the command is under way. */
        void await(String what, BooleanSupplier seen) throws Exception {
            long start = System.nanoTime();
            while (!seen.getAsBoolean()) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE) {
                    throw new AssertionError("never saw that " + what + "; the command said:\n" + errors() + output());
                }
                Thread.sleep(5);
            }
        }
    }

    /** Every charge by the sandbox's ledger, by the task's id. */
    List<String> charges() {
        try (var ledger = sandbox.endpoint().resolve("/ledger").toURL().openStream()) {
            List<String> tasks = new ArrayList<>();
            JsonNode charges = new ObjectMapper().readTree(ledger).path("charges");
            charges.forEach(c -> tasks.add(c.path("task_uuid").asText()));
            return tasks;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every file below a folder and what it holds, by the system's own hash program. */
    static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (String name : names(folder)) {
            contents.put(name, "");
        }
        List<String> command = new ArrayList<>(List.of("xxh128sum", "--"));
        command.addAll(contents.keySet());
        DebianTool.run(folder, command.toArray(String[]::new))
                .lines()
                .forEach(line -> contents.put(line.split(" +", 2)[1], line.split(" +", 2)[0]));
        return contents;
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
