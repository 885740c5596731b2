// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.ExrCompression;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Severity;
import com.platewright.show.Deliverable.ExrSequence;
import com.platewright.show.Deliverable.Movie;
import com.platewright.yaml.Source;
import com.platewright.yaml.Where;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowsTest {
    private static final Where OPTION = Where.option("--show");

    @TempDir
    Path folder;

    ConfigFolder configs;

    @BeforeEach
    void copyShippedShows() throws IOException {
        configs = ConfigFolder.in(folder);
    }

    private LoadedShow load(String show, String... set) throws ConfigException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < set.length; i += 2) {
            values.put(set[i], set[i + 1]);
        }
        return configs.open().load(show, OPTION, values);
    }

    private void assertRefused(ThrowingCallable call, String... sentences) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConfigException.class, refused -> assertThat(refused.problems())
                .extracting(problem -> problem.toString().replace(folder + "/", ""))
                .containsExactly(sentences));
    }

    @ParameterizedTest
    @ValueSource(strings = {"benchmark", "demo", "feature"})
    void everyShippedShowIsValid(String name) throws Exception {
        assertThat(load(name).name()).isEqualTo(name);
        assertThat(configs.open().names()).contains(name).doesNotContain("defaults");
    }

    @Test
    void theBenchmarkMakesWhatTheScriptedRivalMakes() throws Exception {
        Map<String, Deliverable> made = load("benchmark").config().deliverables();
        assertThat(made).containsOnlyKeys("exr", "prores", "h264", "contact");
        assertThat(made.get("prores")).isInstanceOfSatisfying(Movie.class, movie -> assertThat(movie.options())
                .containsExactlyInAnyOrderEntriesOf(Map.of("profile", "4444", "qscale", "9", "vendor", "apl0")));
        assertThat(made.get("contact")).isInstanceOfSatisfying(Deliverable.ContactSheet.class, sheet -> assertThat(
                        List.of(sheet.columns(), sheet.rows(), sheet.tileWidth()))
                .containsExactly(3, 3, 480));
    }

    @Test
    void theDemoNeedsNoProvider() throws Exception {
        ShowConfig demo = load("demo").config();
        assertThat(demo.provider().name()).isEqualTo("sandbox");
        assertThat(demo.paths().root()).isEqualTo(folder.resolveSibling("out"));
    }

    @Test
    void anUnknownShowNamesThoseThatExist() {
        assertRefused(
                () -> load("dmeo"),
                "--show: there is no show \"dmeo\" in " + folder
                        + "; there are, nearest first: demo, feature, benchmark");
        assertThatThrownBy(() -> load("defaults")).hasMessageContaining("there is no show \"defaults\"");
        assertThatThrownBy(() -> load("")).hasMessageContaining("there is no show \"\"");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Shows.open(folder.resolve("none"), Map.of()).load("demo", OPTION, Map.of()))
                .hasMessage(folder + "/none: there is no such folder of shows");
        assertThatThrownBy(() -> Shows.open(Files.createDirectory(folder.resolve("empty")), Map.of())
                        .load("demo", OPTION, Map.of()))
                .hasMessage("--show: there is no show \"demo\" in " + folder + "/empty; the folder holds none");
    }

    @Test
    void aPathIsRelativeToTheFileThatAsks() throws Exception {
        configs.with("shots/sh0010/shot.yaml", "show: ../my_show.yaml\n")
                .with("shots/my_show.yaml", "timing: {frame_rate: 25}\n");
        Where request = new Where(Source.file(configs.path("shots/sh0010/shot.yaml")), 1, 7);
        LoadedShow show = configs.open().load("../my_show.yaml", request, Map.of());
        assertThat(show.name()).isEqualTo("my_show");
        assertThat(show.config().timing().frameRate()).isEqualTo(new FrameRate(25, 1));
        assertThat(show.config().paths().root())
                .as("without a root, a show lives where its file is")
                .isEqualTo(folder.resolve("shots"));
    }

    @Test
    void aPathThatLeadsNowhereIsSaidWhereItIsAsked() {
        Where request = new Where(Source.file(configs.path("shot.yaml")), 1, 7);
        assertRefused(
                () -> configs.open().load("nowhere/x.yaml", request, Map.of()),
                "shot.yaml:1:7: there is no show's file nowhere/x.yaml");
    }

    @Test
    void aShowInTheFolderOfShowsHasToNameItsRoot() throws Exception {
        configs.with("rootless.yaml", "timing: {frame_rate: 25}\n");
        assertRefused(
                () -> load("rootless"),
                "rootless.yaml: paths.root is missing; a show in the folder of shows says where its shots live, such as root:"
                        + " /shows/NAME (or give --root)");
        assertThat(load("rootless", "paths.root", "/shows/x").config().paths().root())
                .isEqualTo(Path.of("/shows/x"));
    }

    @Test
    void aFileWhoseNameCannotBeAShowIsRefused() throws Exception {
        configs.with("my show.yaml", "paths: {root: /x}\n");
        assertRefused(
                () -> load(configs.path("my show.yaml").toString()),
                "--show: the show's file is called my show.yaml, but a show's name is made of letters, digits, dots,"
                        + " underscores and dashes; rename it");
    }

    @Test
    void relativePathsStartFromTheFileThatNamesThem() throws Exception {
        configs.with("site/site.yaml", "provider: {key_file: keys/runware}\n")
                .with("shows/x.yaml", "paths: {root: ../plates}\ncolour: {config: ocio/show.ocio}\n")
                .with("shows/ocio/show.ocio", "ocio_profile_version: 2\n");
        Shows shows =
                configs.open(Map.of(Shows.SITE, configs.path("site/site.yaml").toString()));
        ShowConfig config = shows.load(configs.path("shows/x.yaml").toString(), OPTION, Map.of())
                .config();
        assertThat(config.provider().keyFile()).hasValue(folder.resolve("site/keys/runware"));
        assertThat(config.paths().root()).isEqualTo(folder.resolve("plates"));
        assertThat(config.colour().config()).isEqualTo(folder.resolve("shows/ocio/show.ocio"));
        assertThat(load("demo", "paths.root", "plates").config().paths().root())
                .as("on the command line, from the working directory")
                .isEqualTo(Path.of("plates").toAbsolutePath());
    }

    @Test
    void theSitesFileLiesBetweenTheDefaultsAndTheShow() throws Exception {
        configs.with("site.yaml", "numbering: {first_frame: 1, frame_padding: 6}\n")
                .with("x.yaml", "paths: {root: /x}\nnumbering: {first_frame: 101}\n");
        Shows shows = configs.open(Map.of(Shows.SITE, configs.path("site.yaml").toString()));
        LoadedShow show = shows.load("x", OPTION, Map.of("numbering.version_padding", "2"));
        assertThat(show.config().numbering()).isEqualTo(new ShowConfig.Numbering(101, 6, 2));
        assertThat(show.where("numbering.frame_padding").toString()).endsWith("site.yaml:1:44");
        assertThat(show.where("numbering.version_padding")).hasToString("--set numbering.version_padding");
    }

    @Test
    void aSiteFileThatIsNotThereIsSaid() throws Exception {
        Shows shows = configs.open(Map.of(Shows.SITE, "/no/site.yaml"));
        assertRefused(() -> shows.load("demo", OPTION, Map.of()), "/no/site.yaml: there is no such file");
        assertThat(configs.open(Map.of(Shows.SITE, " ")).names())
                .as("a blank variable is none")
                .isNotEmpty();
    }

    @Test
    void withoutDefaultsInTheFolderTheOnesInTheProgramApply() throws Exception {
        Files.delete(configs.path("defaults.yaml"));
        LoadedShow show = load("demo");
        assertThat(show.where("numbering.first_frame").toString()).matches("defaults\\.yaml:\\d+:\\d+");
        assertThat(show.config().colour().config()).isEqualTo(folder.resolve("colour/aces-1.3.ocio"));
    }

    @Test
    void problemsOfAllLayersAreSaidAtOnceInTheirOrder() throws Exception {
        configs.with("a_site.yaml", "numbering: {first_frame: x}\n")
                .with("b_show.yaml", "paths: {root: /x}\nlaese: {}\n");
        Shows shows =
                configs.open(Map.of(Shows.SITE, configs.path("a_site.yaml").toString()));
        assertRefused(
                () -> shows.load("b_show", OPTION, Map.of("sandbox.mark", "maybe")),
                "--set sandbox.mark: sandbox.mark is maybe; it takes true or false",
                "a_site.yaml:1:26: numbering.first_frame is x; it takes a whole number from 0 to 9999999",
                "b_show.yaml:2:1: unknown key laese; did you mean lease?");
    }

    @Test
    void everyKindOfKeyCanBeSet() throws Exception {
        ShowConfig config = load(
                        "demo",
                        "paths.shot",
                        "{sequence}_{shot}",
                        "provider.endpoint",
                        "http://127.0.0.1:8080/v1",
                        "provider.timeout_s",
                        "0.5",
                        "provider.delivers.frames_5s",
                        "[121]",
                        "timing.frame_rate",
                        "24000/1001",
                        "checks.pixels.nan",
                        "off",
                        "sandbox.mark",
                        "false",
                        "deliverables.review.options.crf",
                        "20",
                        "deliverables.review.burn_in",
                        "null",
                        "deliverables.contact",
                        "null",
                        "deliverables.plate.compression",
                        "piz",
                        "deliverables.web",
                        "{kind: sound, path: \"web/{shot}.wav\"}")
                .config();
        assertThat(config.paths().shot()).isEqualTo(new PathTemplate("{sequence}_{shot}"));
        assertThat(config.provider().endpoint()).hasValue(URI.create("http://127.0.0.1:8080/v1"));
        assertThat(config.provider().timeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.provider().delivers().frames5s()).containsExactly(121);
        assertThat(config.timing().frameRate()).isEqualTo(new FrameRate(24000, 1001));
        assertThat(config.checks()).containsEntry("pixels.nan", Severity.OFF);
        assertThat(config.sandbox().mark()).isFalse();
        assertThat(config.deliverables()).containsOnlyKeys("plate", "master", "review", "sound", "web");
        assertThat(config.deliverables().get("review")).isInstanceOfSatisfying(Movie.class, movie -> {
            assertThat(movie.options()).containsEntry("crf", "20");
            assertThat(movie.burnIn()).isEmpty();
        });
        assertThat(config.deliverables().get("plate"))
                .isInstanceOfSatisfying(ExrSequence.class, plate -> assertThat(plate.compression())
                        .isEqualTo(ExrCompression.PIZ));
    }

    @Test
    void whatCannotBeSetIsSaid() {
        assertRefused(
                () -> load(
                        "demo",
                        "numbering.frist_frame",
                        "1",
                        "deliverables.review.options",
                        "[1",
                        "numbering",
                        "5",
                        "nonsense.deep.key",
                        "1",
                        "",
                        "1"),
                "--set : a key is missing; write --set key.path=value",
                "--set deliverables.review.options: what opens here is never closed by ]",
                "--set nonsense.deep.key: unknown key nonsense; known here: paths, numbering, timing, provider, rules,"
                        + " presets, draft, budget, transfer, lease, archive, colour, audio, deliverables, checks, limits, sandbox",
                "--set numbering: numbering is 5; it takes a map of keys");
    }

    @Test
    void noSecretIsEverRepeated() throws Exception {
        configs.with(
                "x.yaml",
                "paths: {root: /x}\nprovider: {api_key: MARKED, endpoint: \"https://u:MARKED@h/v1\", token: [MARKED]}\n");
        assertThatThrownBy(() -> load("x", "provider.secret", "MARKED", "api_key", "MARKED"))
                .hasMessageContaining("secrets do not stand in files")
                .hasMessageNotContaining("MARKED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:1/v1", "http://127.1.2.3/v1", "http://[::1]:80/v1", "https://x.example/v1"})
    void anEndpointIsHttpsOrOnThisMachine(String url) throws Exception {
        assertThat(load("demo", "provider.name", "runware", "provider.endpoint", url)
                        .config()
                        .provider()
                        .endpoint())
                .hasValue(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.runware.ai/v1", "https://127.0.0.1.example.com/v1"})
    void aSandboxIsOnThisMachine(String url) {
        assertThatThrownBy(() -> load("demo", "provider.endpoint", url))
                .hasMessageContaining("provider.endpoint is " + url)
                .hasMessageContaining("write provider.name: runware");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.example.com/v1",
                "http://127.0.0.1.example.com",
                "ftp://x/y",
                "x.example/v1",
                "https:///v1",
                "https://x/y?key=1",
                "https://x/y#z",
                "http://10.0.0.1/v1",
                "http://x y/"
            })
    void otherEndpointsAreRefused(String url) {
        assertThatThrownBy(() -> load("demo", "provider.endpoint", url))
                .hasMessageStartingWith("--set provider.endpoint: ");
    }
}
