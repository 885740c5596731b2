// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCommandsTest {
    @TempDir
    Path folder;

    @Test
    void theSandboxSaysWhereItIsAndServesUntilItIsStopped() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(Terminal.stream(out), Terminal.stream(new ByteArrayOutputStream()), Map.of());
        int[] exit = new int[1];
        Thread server =
                new Thread(() -> exit[0] = Main.run(console, "sandbox", "--port", "0", "--state", folder.toString()));
        server.start();
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!out.toString(StandardCharsets.UTF_8).contains("\n") && System.nanoTime() < limit) {
            Thread.sleep(20);
        }
        JsonNode first =
                new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8).split("\n", -1)[0]);
        URI endpoint = URI.create(first.path("endpoint").asText());
        assertThat(endpoint.getPort()).isEqualTo(first.path("port").asInt());
        HttpResponse<String> ledger = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint.resolve("/ledger")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(ledger.body()).isEqualToIgnoringWhitespace("{\"charges\":[]}");
        server.interrupt();
        server.join(10_000);
        assertThat(exit[0]).isEqualTo(130);
    }

    @Test
    void aPortThatIsTakenIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            Terminal said = Terminal.run("sandbox", "--port", taken.getLocalPort(), "--state", folder);
            assertThat(said.exit()).isEqualTo(2);
            assertThat(said.err()).contains("is taken").contains("--port 0");
        }
    }

    @Test
    void aWrongScriptOfFaultsNamesItsRule() throws IOException {
        Path script = Files.writeString(folder.resolve("faults.yaml"), "- {on: lunch, do: cut_after}\n");
        Terminal said = Terminal.run("sandbox", "--faults", script, "--state", folder);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("rule 1").contains("lunch");
    }

    @Test
    void allShippedShowsAreValid() {
        Terminal said = Terminal.run("config", "check");
        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("benchmark: valid", "demo: valid", "feature: valid");
    }

    @Test
    void everyProblemOfAShowIsSaidWithItsLine() throws IOException {
        Path show = folder.resolve("wrong.yaml");
        Files.writeString(show, "paths:\n  root: /tmp\ntiming:\n  frame_rate: fast\nnumbring: {}\n");
        Terminal said = Terminal.run("config", "check", show, "--json");
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err())
                .contains("wrong.yaml:4:")
                .contains("wrong.yaml:5:")
                .contains("numbering");
        assertThat(said.json().path("problems").size()).isEqualTo(2);
    }

    @Test
    void aColourThatTheConfigDoesNotKnowIsSaidAtItsLine() throws IOException {
        Path show = folder.resolve("wrong.yaml");
        Path config = Path.of("pipeline-configs/colour/aces-1.3.ocio").toAbsolutePath();
        Files.writeString(show, "paths:\n  root: /tmp\ncolour:\n  config: " + config + "\n  plate: ACEScgg\n");
        Terminal said = Terminal.run("config", "check", show);
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err()).contains("wrong.yaml:5:").contains("ACEScg");
    }

    @Test
    void aShowIsPrintedWithTheOriginOfEveryValue() throws IOException {
        Terminal said = Terminal.run("config", "show", "demo");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).containsPattern("name: sandbox +# demo.yaml:\\d+");
        JsonNode json = Terminal.run("config", "show", "demo", "--json").json();
        assertThat(json.path("origins").path("provider.name").asText()).contains("demo.yaml:");
        assertThat(Terminal.run("config", "show").out()).contains("defaults.yaml:");
    }

    @Test
    void bothSchemasArePrinted() throws IOException {
        for (String[] args : new String[][] {{"config", "schema"}, {"config", "schema", "--request"}}) {
            Terminal said = Terminal.run((Object[]) args);
            assertThat(new ObjectMapper().readTree(said.out()).has("$schema")).isTrue();
        }
    }

    @Test
    void configAloneIsAWrongCommand() {
        assertThat(Terminal.run("config").exit()).isEqualTo(2);
    }

    @Test
    void theDoctorFindsThisMachineFitForTheDemo() throws IOException {
        Path root = folder.resolve("root");
        Terminal said = Terminal.run("doctor", "--root", root);
        assertThat(said.out()).doesNotContain("FAIL");
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("OpenEXR", "OpenColorIO", "ISA-L", "libavcodec", "libx264", "hard links", "sandbox answers");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theDoctorMissesTheKeyOfTheRealServiceAndNeverSaysOne() throws IOException {
        Terminal said = Terminal.run("doctor", "--show", "feature", "--root", folder, "--json");
        assertThat(said.exit()).isEqualTo(69);
        assertThat(said.json().path("problems").path(0).path("message").asText())
                .contains("RUNWARE_API_KEY");
        Terminal keyed = Terminal.run(
                Map.of("RUNWARE_API_KEY", "very-secret-key"),
                "doctor",
                "--show",
                "feature",
                "--root",
                folder,
                "--set",
                "provider.endpoint=http://127.0.0.1:1/v1",
                "--set",
                "provider.timeout_s=1");
        assertThat(keyed.out()).contains("RUNWARE_API_KEY is set").doesNotContain("very-secret");
        assertThat(keyed.err()).doesNotContain("very-secret");
    }

    @Test
    void theDoctorRefusesARootThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        Terminal said = Terminal.run("doctor", "--root", file);
        assertThat(said.exit()).isEqualTo(69);
        assertThat(said.out()).containsPattern("FAIL +storage");
    }
}
