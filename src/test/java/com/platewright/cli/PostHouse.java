// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.platewright.DebianTool;
import com.platewright.files.FolderTree;
import com.platewright.sandbox.SandboxServer;
import com.platewright.sandbox.SandboxSettings;
import com.platewright.sandbox.scene.SceneRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A house with one shot, sh0010, of the show demo: its folder, its request and a sandbox of its own as provider. */
final class PostHouse implements AutoCloseable {
    static final int FRAMES = 6;
    static final int WIDTH = 192;
    static final int HEIGHT = 108;

    /** Marked, so that it can be looked for where it must not be. */
    static final String KEY = "rw-key-7c1e0b52-nobody-shall-read-this";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path folder;
    private SandboxServer provider;

    /** How a command ended and what it said. */
    record Ended(int exit, String out, String err) {
        /** The last line of stdout. */
        JsonNode json() {
            try {
                return new JsonMapper()
                        .readTree(out.strip().substring(out.strip().lastIndexOf('\n') + 1));
            } catch (IOException e) {
                throw new AssertionError("the last line of stdout is no JSON: " + out + err, e);
            }
        }

        Ended exits(int expected) {
            assertThat(exit).as("the exit of%n%s%n%s", out, err).isEqualTo(expected);
            assertThat(json().path("exit").asInt()).as("the exit in the JSON").isEqualTo(expected);
            return this;
        }

        /** All problems' places and messages, a line each. */
        String problems() {
            StringBuilder lines = new StringBuilder();
            json().path("problems").forEach(p -> lines.append(p.path("where").asText())
                    .append(": ")
                    .append(p.path("message").asText())
                    .append('\n'));
            return lines.toString();
        }
    }

    /** Opens a house whose provider makes clips of 6 frames of 192x108. */
    PostHouse(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.provider = start();
        faults("");
        request(generate(""));
    }

    private SandboxServer start() throws IOException {
        return SandboxServer.start(SandboxSettings.in(folder.resolve("provider"), SceneRenderer.standard(2)));
    }

    /** Puts a provider that has never heard of anybody in the place of this one. */
    void forget() throws IOException, InterruptedException {
        provider.close();
        FolderTree.delete(folder.resolve("provider"));
        provider = start();
        faults("");
    }

    /** A request for an HDR clip with EXR frames; {@code more} are further lines at its left edge. */
    static String generate(String more) {
        return "show: demo\nsequence: sq010\nshot: sh0010\n"
                + "generate: {prompt: 'sparks over wet asphalt', resolution: 720p, duration: 5, hdr: true, exr: true}\n"
                + more;
    }

    /** A request for a clip that is there already: what {@code import} holds, and further lines. */
    static String imports(String clip, String more) {
        return "show: demo\nsequence: sq010\nshot: sh0010\nimport: {" + clip + "}\n" + more;
    }

    void request(String yaml) throws IOException {
        Files.writeString(request(), yaml);
    }

    Path request() {
        return folder.resolve("shot.yaml");
    }

    Path folder() {
        return folder;
    }

    Path root() {
        return folder.resolve("show");
    }

    /** The folder that holds the versions. */
    Path element() {
        return root().resolve("sq010/sh0010/genplate");
    }

    Path version(String label) {
        return element().resolve(label);
    }

    /** Names of what can be seen in the shot's folder. */
    List<String> versions() throws IOException {
        if (!Files.exists(element())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(element())) {
            return all.map(p -> p.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The only file of this name below the root. */
    Path find(String name) throws IOException {
        try (Stream<Path> all = Files.walk(root())) {
            List<Path> found = all.filter(p -> p.endsWith(name)).toList();
            assertThat(found).as(name).hasSize(1);
            return found.get(0);
        }
    }

    /** A sine of two channels at 44.1 kHz, 16 bit. */
    Path sound(String name, double seconds) {
        DebianTool.lavfi(
                folder,
                "sine=frequency=440:sample_rate=44100:duration=" + seconds,
                "-ac",
                "2",
                "-c:a",
                "pcm_s16le",
                name);
        return folder.resolve(name);
    }

    /** What goes wrong from now on: the clip's quirks in YAML, then rules. */
    void faults(String quirks, String... rules) throws IOException, InterruptedException {
        String movie = quirks.contains("movie_frames") ? "" : ", movie_frames: " + FRAMES;
        StringBuilder script = new StringBuilder("- {on: submit, do: {clip: {frames: " + FRAMES + movie + ", width: "
                + WIDTH + ", height: " + HEIGHT + (quirks.isEmpty() ? "" : ", " + quirks) + "}}}\n");
        for (String rule : rules) {
            script.append("- ").append(rule).append('\n');
        }
        HttpRequest put = HttpRequest.newBuilder(at("/faults"))
                .PUT(BodyPublishers.ofString(script.toString()))
                .build();
        var answer = CLIENT.send(put, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The provider's ledger. */
    JsonNode charges() throws IOException, InterruptedException {
        HttpRequest get = HttpRequest.newBuilder(at("/ledger")).build();
        return new JsonMapper()
                .readTree(CLIENT.send(get, BodyHandlers.ofString()).body())
                .path("charges");
    }

    private URI at(String path) {
        return provider.endpoint().resolve(path);
    }

    /** Runs a command about the request, with fast polling and a result in JSON. */
    Ended run(String command, String... options) {
        List<String> line = new ArrayList<>(List.of(command, request().toString(), "--json", "--progress", "none"));
        line.addAll(List.of("--root", root().toString(), "--threads", "2"));
        set(line, "provider.endpoint=" + provider.endpoint());
        set(line, "provider.delivers.frames_5s=[" + FRAMES + "]");
        set(line, "provider.poll.first_s=0.05");
        set(line, "provider.poll.longest_s=0.2");
        line.addAll(List.of(options));
        return run(line);
    }

    /** Any command about the request that makes nothing: its further arguments and options. */
    Ended ask(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command, request().toString()));
        line.addAll(List.of(more));
        line.addAll(List.of("--json", "--root", root().toString()));
        set(line, "provider.endpoint=" + provider.endpoint());
        return run(line);
    }

    /** Plans the request against this provider. */
    Ended plan(String... options) {
        return ask("plan", options);
    }

    /** Runs a whole command line. */
    static Ended run(List<String> line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("RUNWARE_API_KEY", KEY));
        int exit = Main.run(console, line.toArray(String[]::new));
        return new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static void set(List<String> line, String value) {
        line.addAll(List.of("--set", value));
    }

    @Override
    public void close() {
        provider.close();
    }
}
