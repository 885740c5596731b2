// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.yaml.Where;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
    private static final Where OPTION = Where.option("--show");

    @TempDir
    Path folder;

    private LoadedShow tricky() throws Exception {
        ConfigFolder.in(folder).with("x.yaml", """
                        paths: {root: /shows/x, task: "010"}
                        colour: {display: "no", view: "a: b # c", source: 'quote "inside"'}
                        checks: {pixels.nan: off}
                        deliverables:
                          contact: null
                          review: {options: {preset: null, tune: "1e3"}}
                          master: {options: {profile: null, qscale: null}}
                        """);
        return Shows.open(folder, Map.of()).load("x", OPTION, Map.of("numbering.first_frame", "1"));
    }

    @Test
    void theMergedShowCanBeReadAsAShowAgain() throws Exception {
        LoadedShow show = tricky();
        ConfigFolder.in(folder.resolve("again").toFile().mkdirs() ? folder.resolve("again") : folder)
                .with("y.yaml", show.explain());
        LoadedShow again = Shows.open(folder.resolve("again"), Map.of()).load("y", OPTION, Map.of());
        assertThat(again.config()).isEqualTo(show.config());
        assertThat(again.explain().replaceAll(" +# .*", ""))
                .isEqualTo(show.explain().replaceAll(" +# .*", ""));
    }

    @Test
    void everyValueCarriesItsOrigin() throws Exception {
        String text = tricky().explain();
        assertThat(text.lines())
                .contains(
                        "  root: /shows/x                                         # x.yaml:1",
                        "  task: \"010\"                                            # x.yaml:1",
                        "  first_frame: 1                                         # --set numbering.first_frame",
                        "  display: \"no\"                                          # x.yaml:2",
                        "  view: \"a: b # c\"                                       # x.yaml:2",
                        "  pixels.nan: \"off\"                                      # x.yaml:3",
                        "  contact: null                                          # x.yaml:5");
        assertThat(text.lines().filter(line -> !line.isEmpty() && !line.endsWith(":")))
                .allSatisfy(line -> assertThat(line).matches(".* # ((x|defaults)\\.yaml:\\d+|--set \\S+|built in)"));
    }

    @Test
    void jsonHoldsTheSameWithFullOrigins() throws Exception {
        JsonNode json = tricky().explainJson();
        assertThat(json.path("show").asText()).isEqualTo("x");
        assertThat(json.at("/config/numbering/first_frame").asInt()).isEqualTo(1);
        assertThat(json.path("origins").path("paths.root").asText()).isEqualTo(folder + "/x.yaml:1:15");
        assertThat(json.path("origins").path("checks.pixels.nan").asText()).isEqualTo(folder + "/x.yaml:3:22");
    }

    @Test
    void layersWhoseFilesHaveOneNameAreToldApart() throws Exception {
        ConfigFolder.in(folder)
                .with("site/x.yaml", "numbering: {first_frame: 7}\n")
                .with("x.yaml", "paths: {root: /x}\n");
        Shows shows = Shows.open(
                folder, Map.of(Shows.SITE, folder.resolve("site/x.yaml").toString()));
        assertThat(shows.load("x", OPTION, Map.of()).explain())
                .contains("# " + folder + "/site/x.yaml:1", "# " + folder + "/x.yaml:1");
    }
}
