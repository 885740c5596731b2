// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.Precision;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views of configs other than ours: what can be fast is, and what cannot is left to OpenColorIO and says why. */
class StudioViewTest {
    private static final String VIDEO =
            "!<BuiltinTransform> {style: ACES-OUTPUT - ACES2065-1_to_CIE-XYZ-D65 - SDR-VIDEO_1.0}, "
                    + "!<BuiltinTransform> {style: DISPLAY - CIE-XYZ-D65_to_REC.1886-REC.709}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!<BuiltinTransform> {style: ACES-LMT - ACES 1.3 Reference Gamut Compression}, " + VIDEO,
                "!<BuiltinTransform> {style: UTILITY - ACES-AP0_to_CIE-XYZ-D65_BFD}, "
                        + "!<BuiltinTransform> {style: DISPLAY - CIE-XYZ-D65_to_REC.2100-HLG-1000nit}",
                "!<CDLTransform> {slope: [1.1, 1, 0.9], offset: [0.01, 0, -0.01], power: [1, 1.05, 0.95]}, " + VIDEO,
                "!<ExposureContrastTransform> {style: linear, exposure: 1.5, contrast: 1.1, gamma: 0.9, pivot: 0.18}, "
                        + VIDEO,
                "!<FixedFunctionTransform> {style: ACES_Glow03}, !<FixedFunctionTransform> {style: ACES_DarkToDim10, "
                        + "direction: inverse}, !<ExponentWithLinearTransform> {gamma: [2.4, 2.2, 2, 1], "
                        + "offset: [0.055, 0.055, 0.055, 0], direction: inverse}",
                "!<LogCameraTransform> {base: 2, log_side_slope: 0.1, lin_side_break: 0.01}, "
                        + "!<RangeTransform> {min_in_value: 0, min_out_value: 0.1, max_in_value: 1, max_out_value: 0.9}"
            })
    void viewsOfKnownOperationsAreFast(String operations) throws Exception {
        try (ColourConfig config = config(operations);
                ColourTransform exact = config.view("scene", "display", "view");
                ColourTransform fast = config.view("scene", "display", "view", Precision.FAST)) {
            assertThat(fast.accuracy()).as(fast.describe()).isPresent();
            FloatBuffer expected = Pixels.of(SceneColours.picture(480, 270)), found = Pixels.of(Pixels.array(expected));
            exact.apply(expected, 480 * 270);
            fast.apply(found, 480 * 270);
            Accuracy accuracy = Accuracy.of(expected, found);
            assertThat(accuracy.usual()).as("%s", accuracy).isLessThan(0.2);
            assertThat(accuracy.most()).as("%s", accuracy).isLessThan(4);
            assertThat(fast.describe())
                    .startsWith("scene to display / view (fast: 99.9 % within 0.")
                    .endsWith(" codes of 10 bit)");
        }
    }

    @Test
    void operationsWithoutAFastWayAreNamed() throws Exception {
        assertExact("!<FixedFunctionTransform> {style: RGB_TO_HSV}", "there is no fast way for its RGB_TO_HSV");
        assertExact(
                "!<CDLTransform> {slope: [2, 1, 1], power: [1, 2, 1], sat: 0.9}, " + VIDEO,
                "there is no fast way for its [CDL with saturation]");
        assertExact(
                "!<FixedFunctionTransform> {style: ACES_RedMod10, direction: inverse}",
                "there is no fast way for its ACES_RedMod10 inverse");
    }

    @Test
    void aMatrixIsLeftToOpenColorIo() throws Exception {
        assertExact("!<BuiltinTransform> {style: UTILITY - ACES-AP0_to_CIE-XYZ-D65_BFD}", "at the speed of memory");
    }

    /** A LUT that jumps up and down from entry to entry is too wild for a curve of 64 lines to the octave. */
    @Test
    void aViewThatFailsItsCheckIsExactAndSaysByHowMuch() throws Exception {
        Random random = new Random(1);
        String lut = "LUT_1D_SIZE 4096\n"
                + IntStream.range(0, 4096)
                        .mapToObj(i -> (random.nextFloat() + " ").repeat(3))
                        .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(folder.resolve("wild.cube"), lut);
        assertExact(
                "!<FileTransform> {src: wild.cube, interpolation: linear}", "the fast way would have 99.9 % within");
    }

    private void assertExact(String operations, String reason) throws Exception {
        try (ColourConfig config = config(operations);
                ColourTransform exact = config.view("scene", "display", "view");
                ColourTransform asked = config.view("scene", "display", "view", Precision.FAST)) {
            assertThat(asked.precision()).isEqualTo(Precision.EXACT);
            assertThat(asked.accuracy()).isEmpty();
            assertThat(asked.describe())
                    .startsWith("scene to display / view (exact: ")
                    .contains(reason);
            FloatBuffer expected = Pixels.of(0.1f, 0.5f, 2, 1), found = Pixels.of(0.1f, 0.5f, 2, 1);
            exact.apply(expected, 1);
            asked.apply(found, 1);
            assertThat(Pixels.array(found)).isEqualTo(Pixels.array(expected));
        }
    }

    private ColourConfig config(String operations) throws Exception {
        String text = """
                ocio_profile_version: 2.1
                environment: {}
                search_path: .
                roles: {default: scene}
                displays: {display: [!<View> {name: view, colorspace: shown}]}
                colorspaces:
                  - !<ColorSpace> {name: scene}
                  - !<ColorSpace>
                    name: shown
                    from_scene_reference: !<GroupTransform> {children: [%s]}
                """;
        return ColourConfig.open(Files.writeString(folder.resolve("studio.ocio"), text.formatted(operations)));
    }
}
