// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.provider.Guidance;
import com.platewright.provider.Guidance.Pose;
import com.platewright.provider.Guidance.Strength;
import com.platewright.provider.Operation;
import com.platewright.request.RequestException;
import com.platewright.show.Shows;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a show may decide about a request: how strict the model's rules are, and what its presets mean. */
class PlannerTest {
    private static final String SIZE = "width: 1024\n  height: 576\n";

    @TempDir
    private Path folder;

    @Test
    void aSizeThatNobodyKnowsIsSentAndSaid() throws Exception {
        ShotPlan plan = plan(SIZE, Map.of());
        assertThat(plan.notes()).singleElement().satisfies(note -> {
            assertThat(note.message()).contains("1024x576", "(rule size.known)");
            assertThat(note.where().toString()).contains("shot.yaml:6");
        });
    }

    @Test
    void aShowMayRefuseWhatOthersSend() {
        assertThatThrownBy(() -> plan(SIZE, Map.of("rules.size.known", "error")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("(rule size.known)");
    }

    @Test
    void aShowMayKnowMoreSizes() throws Exception {
        Map<String, String> sizes = Map.of("provider.sizes", "{1024x576: 540p}", "rules.size.known", "error");
        assertThat(plan(SIZE, sizes).notes()).isEmpty();
    }

    @Test
    void aSizeOfTheShowMayBeHdrWhereItsNamedSizeIs() throws Exception {
        String hdr = "width: 1600\n  height: 900\n  hdr: true\n";
        assertThat(plan(hdr, Map.of("provider.sizes", "{1600x900: 1080p}")).notes())
                .isEmpty();
        assertThatThrownBy(() -> plan(hdr, Map.of("provider.sizes", "{1600x900: 540p}")))
                .hasMessageContaining("Found: hdr with 1600x900, which is 540p (rule hdr.size)");
    }

    @Test
    void aShowMaySendWhatOthersRefuse() throws Exception {
        String hdr = "resolution: 540p\n  hdr: true\n  exr: true\n";
        assertThatThrownBy(() -> plan(hdr, Map.of())).hasMessageContaining("(rule hdr.size)");
        assertThat(plan(hdr, Map.of("rules.hdr.size", "warn")).notes()).hasSize(1);
    }

    @Test
    void aPresetFillsInWhatTheRequestDoesNotSay() throws Exception {
        Guidance.Chosen relit = guidance("{preset: relighting}");
        assertThat(relit.strength()).contains(Strength.ADHERE_3);
        assertThat(relit.controls().pose()).contains(Pose.PRECISE);
        assertThat(relit.controls().face()).isTrue();
        Guidance.Chosen freer = guidance("{preset: relighting, strength: flex_1, controls: {depth_blur: 0.5}}");
        assertThat(freer.strength()).contains(Strength.FLEX_1);
        assertThat(freer.controls().depthBlur()).contains(new BigDecimal("0.5"));
        assertThat(freer.controls().pose()).contains(Pose.PRECISE);
    }

    @Test
    void everyPresetOfTheDefaultsIsAnIntentOfItsOwn() throws Exception {
        List<String> presets =
                List.copyOf(shows().defaults(Map.of()).config().presets().keySet());
        assertThat(presets)
                .containsExactly(
                        "motion_transfer",
                        "camera_motion_transfer",
                        "character_transformation",
                        "relighting",
                        "environment_change",
                        "product_swap");
        List<Guidance.Chosen> all = presets.stream().map(this::preset).toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void aPresetThatTheShowDoesNotHaveIsNamedWithThoseThatItHas() {
        assertThatThrownBy(() -> guidance("{preset: relight}"))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("shot.yaml:10")
                .hasMessageContaining("generate.edit.preset is relight; this show's presets are motion_transfer,");
    }

    @Test
    void aShowThatCannotBeReadDoesNotHideWhatIsWrongWithTheRequest() {
        assertThatThrownBy(() -> plan("resolution: 540p\n  hdr: true\n", Map.of("numbering", "5")))
                .isInstanceOf(RequestException.class)
                .hasMessageContaining("(rule hdr.size)");
    }

    private Guidance.Chosen preset(String name) {
        try {
            return guidance("{preset: " + name + "}");
        } catch (Exception e) {
            throw new AssertionError(name, e);
        }
    }

    private Guidance.Chosen guidance(String edit) throws Exception {
        Files.writeString(folder.resolve("plate.mp4"), "a movie");
        String more = "resolution: 720p\n  hdr: true\n  exr: true\n  source: plate.mp4\n  edit: " + edit + "\n";
        ShotPlan plan = plan(more, Map.of());
        Operation operation = plan.generated().orElseThrow().request().operation();
        return (Guidance.Chosen) ((Operation.Edit) operation).guidance();
    }

    private ShotPlan plan(String generate, Map<String, String> set) throws Exception {
        Path file = folder.resolve("shot.yaml");
        Files.writeString(
                file,
                "show: demo\nsequence: sq010\nshot: sh0010\ngenerate:\n  prompt: Sparks over a forge\n  " + generate);
        return new Planner(shows(), Prices.builtIn())
                .plan(file, new PlanOptions(Optional.empty(), Optional.of(folder), set, List.of(), false));
    }

    private static Shows shows() {
        return Shows.open(Path.of("pipeline-configs").toAbsolutePath(), Map.of());
    }
}
