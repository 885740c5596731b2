// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drafts are small and cheap, stand beside the plates, and open the gate to the clip in full once one is picked. */
class DraftTest extends HouseTest {
    private static final String FIRST = "draft.first=true";

    @Test
    void aShowThatWantsDraftsBuysInFullOnlyWhatWasPicked() throws Exception {
        house.request(PostHouse.generate("").replace("exr: true}", "exr: true, takes: 2}"));
        assertThat(run("run").exits(23).problems())
                .contains("draft.first", "Run it with --draft (about 0.30 USD)", "not the draft's pixels");
        assertThat(house.charges()).isEmpty();

        JsonNode draft = run("run", "--draft", "--only", "review").exits(0).json();
        assertThat(draft.path("version_dir").asText()).contains("/genplate_draft/v001");
        assertThat(amounts()).containsExactly("0.3");
        assertThat(run("run").exits(23).problems()).contains("none was");
        assertThat(run("pick", "9", "--draft").exits(11).problems()).contains("1.1, 1.2");

        run("compare", "--draft").exits(0);
        run("pick", "1.2", "--draft").exits(0);
        JsonNode full = run("run", "--only", "plate").exits(0).json();
        assertThat(full.path("version_dir").asText()).contains("/genplate/v001");
        assertThat(full.at("/cost/estimated").decimalValue())
                .as("one clip in full")
                .isEqualByComparingTo("0.9");
        assertThat(amounts()).containsExactly("0.3", "0.9");
        JsonNode manifest = new JsonMapper()
                .readTree(house.version("v001").resolve("manifest.json").toFile());
        assertThat(manifest.at("/generation/draft").toString()).isEqualTo("{\"take\":1,\"rendition\":2}");
        assertThat(manifest.at("/generation/request").asText()).contains("\"exr\":true");
    }

    /** Both are an SDR clip of 360p then, and still two purchases. */
    @Test
    void aDraftAndAClipInFullOfTheSameWordsAreBoughtApart() throws Exception {
        house.request(PostHouse.generate("").replace("720p, duration: 5, hdr: true, exr: true", "360p, duration: 5"));
        JsonNode draft = house.run("generate", "--draft").exits(0).json();
        JsonNode full = house.run("generate", "--new-take").exits(0).json();
        assertThat(full.at("/task/task_uuid")).isNotEqualTo(draft.at("/task/task_uuid"));
        assertThat(house.charges()).hasSize(2);
    }

    @Test
    void aDraftHasTheRequestsWordsAndNoPlates() throws Exception {
        JsonNode draft = run("plan", "--draft").exits(0).json();
        assertThat(draft.at("/plan/source/words").asText()).startsWith("generate 5 s SDR at 540p");
        assertThat(draft.at("/plan/price/amount").decimalValue()).isEqualByComparingTo("0.15");
        List<String> names = new ArrayList<>();
        draft.at("/plan/deliverables").forEach(d -> names.add(d.path("name").asText()));
        assertThat(names).contains("review").doesNotContain("plate");
        assertThat(run("plan").exits(0).json().at("/plan/costs_now/words").asText())
                .contains("exit 23");
    }

    @Test
    void aSmallerRequestStaysSmallAndAPairKeepsItsShape() throws Exception {
        assertThat(words("720p, duration: 5, hdr: true, exr: true", "360p, duration: 5"))
                .contains("SDR at 360p");
        assertThat(words("resolution: 720p", "width: 720, height: 1280")).contains("SDR at 720x1280");
        assertThat(words("hdr: true, exr: true", "hdr: false", "draft.resolution=null"))
                .contains("SDR at 720p");
    }

    @Test
    void anImportHasNoDraft() throws Exception {
        Files.write(folder.resolve("clip.zip"), new byte[] {1});
        house.request(PostHouse.imports("exr: clip.zip", ""));
        assertThat(house.run("run", "--draft").exits(2).problems()).contains("an import is there already");
    }

    private String words(String there, String instead, String... set) throws Exception {
        house.request(PostHouse.generate("").replace(there, instead));
        List<String> options = new ArrayList<>(List.of("--draft"));
        for (String value : set) {
            options.addAll(List.of("--set", value));
        }
        return house.plan(options.toArray(String[]::new))
                .exits(0)
                .json()
                .at("/plan/source/words")
                .asText();
    }

    private PostHouse.Ended run(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--set", FIRST));
        String[] line = all.toArray(String[]::new);
        return command.equals("run") ? house.run(command, line) : house.ask(command, line);
    }

    private List<String> amounts() throws Exception {
        List<String> amounts = new ArrayList<>();
        house.charges()
                .forEach(c -> amounts.add(
                        c.path("amount").decimalValue().stripTrailingZeros().toPlainString()));
        return amounts;
    }
}
