// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.Chromaticities;
import com.platewright.media.MediaException;
import com.platewright.media.Oracle;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The config that is shipped, and what is said about names and files that do not exist. */
class ColourConfigTest {
    private static final Path SHIPPED = Path.of("pipeline-configs/colour/aces-1.3.ocio");
    private static final Chromaticities P3_D65 =
            new Chromaticities(0.68f, 0.32f, 0.265f, 0.69f, 0.15f, 0.06f, 0.3127f, 0.329f);
    private static final Chromaticities REC2020 =
            new Chromaticities(0.708f, 0.292f, 0.17f, 0.797f, 0.131f, 0.046f, 0.3127f, 0.329f);

    private static ColourConfig config;

    @BeforeAll
    static void open() throws Exception {
        config = ColourConfig.open(SHIPPED);
    }

    @AfterAll
    static void close() {
        config.close();
    }

    @Test
    void ociocheckPassesTheShippedConfig() {
        assertThat(Oracle.run("ociocheck", "--iconfig", SHIPPED.toString()))
                .contains("Tests complete.")
                .doesNotContain("ERROR");
    }

    @Test
    void everythingThatShowsReferToIsThere() {
        assertThat(config.spaces())
                .contains(
                        "ACES2065-1",
                        "ACEScg",
                        "ACEScct",
                        "Linear Rec.709 (sRGB)",
                        "Linear P3-D65",
                        "Linear Rec.2020",
                        "sRGB - Texture",
                        "Raw",
                        "CIE-XYZ-D65");
        assertThat(config.displays())
                .containsExactly("Rec.1886 Rec.709 - Display", "sRGB - Display", "Rec.2100-PQ - Display");
        assertThat(config.views("sRGB - Display")).containsExactly("ACES 1.0 - SDR Video", "Un-tone-mapped", "Raw");
        assertThat(config.views("Rec.2100-PQ - Display"))
                .containsExactly("ACES 1.1 - HDR Video (1000 nits & Rec.2020 lim)", "Un-tone-mapped", "Raw");
        assertThat(config.views("no such display")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ACES2065-1", "lin_ap0", "lin_ap0_scene", "aces_interchange", "default", "scene_linear", "ACESCG"
            })
    void spacesAreKnownByNameAliasAndRole(String name) {
        assertThat(config.hasSpace(name)).isTrue();
    }

    @Test
    void aSpaceThatDoesNotExistIsMissedWithItsNeighbours() {
        assertThat(config.hasSpace("ACEScgg")).isFalse();
        assertThatThrownBy(() -> config.convert("ACES2065-1", "ACEScgg"))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("aces-1.3.ocio has no colour space \"ACEScgg\"; the nearest are \"ACEScg\"");
        assertThatThrownBy(() -> config.convert("linear rec709", "ACEScg"))
                .hasMessageContaining("\"Linear Rec.709 (sRGB)\"");
        assertThatThrownBy(() -> config.view("ACEScg", "sRGB", "Raw")).hasMessageContaining("\"sRGB - Display\"");
        assertThatThrownBy(() -> config.view("ACEScg", "sRGB - Display", "ACES 2.0"))
                .hasMessageContaining("view of \"sRGB - Display\" \"ACES 2.0\"")
                .hasMessageContaining("\"ACES 1.0 - SDR Video\"");
    }

    @Test
    void aFileThatIsNoConfigSaysWhy(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> ColourConfig.open(folder.resolve("none.ocio")))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("none.ocio cannot be read");
        Path broken = Files.writeString(folder.resolve("broken.ocio"), "ocio_profile_version: 2\nroles: [\n");
        assertThatThrownBy(() -> ColourConfig.open(broken))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("broken.ocio cannot be used (OpenColorIO 2.");
        Path hollow = Files.writeString(
                folder.resolve("hollow.ocio"),
                Files.readString(SHIPPED)
                        .replace("display_colorspace: <USE_DISPLAY_NAME>", "display_colorspace: lost"));
        assertThatThrownBy(() -> ColourConfig.open(hollow))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("lost");
    }

    @Test
    void chromaticitiesAreThoseOfTheStandards() throws Exception {
        assertThat(config.chromaticities("ACES2065-1")).contains(Chromaticities.AP0);
        assertThat(config.chromaticities("lin_ap1")).contains(Chromaticities.AP1);
        assertThat(config.chromaticities("Linear Rec.709 (sRGB)")).contains(Chromaticities.REC709);
        assertThat(config.chromaticities("Linear P3-D65")).contains(P3_D65);
        assertThat(config.chromaticities("Linear Rec.2020")).contains(REC2020);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACEScct", "sRGB - Texture", "Raw", "Rec.2100-PQ - Display"})
    void spacesThatAreNotLinearHaveNoChromaticities(String space) throws Exception {
        assertThat(config.chromaticities(space)).isEmpty();
    }

    @Test
    void chromaticitiesOfAStudiosOwnSpacesAreFoundOut(@TempDir Path folder) throws Exception {
        String own = """
                ocio_profile_version: 2
                environment: {}
                roles: {default: lin, aces_interchange: ap0, scene_linear: lin}
                displays: {d: [!<View> {name: v, colorspace: lin}]}
                colorspaces:
                  - !<ColorSpace> {name: ap0}
                  - !<ColorSpace>
                    name: lin
                    to_scene_reference: !<BuiltinTransform> {style: ARRI_ALEXA-LOGC-EI800-AWG_to_ACES2065-1}
                  - !<ColorSpace>
                    name: our video
                    to_scene_reference: !<GroupTransform>
                      children:
                        - !<BuiltinTransform> {style: UTILITY - ACES-AP1_to_LINEAR-REC709_BFD, direction: inverse}
                        - !<BuiltinTransform> {style: ACEScg_to_ACES2065-1}
                """;
        try (ColourConfig studio = ColourConfig.open(Files.writeString(folder.resolve("own.ocio"), own))) {
            assertThat(studio.chromaticities("lin")).as("LogC is not linear").isEmpty();
            assertThat(studio.chromaticities("our video")).contains(Chromaticities.REC709);
        }
    }

    @Test
    void theFingerprintIsTheSha256OfTheFile() throws Exception {
        assertThat(config.fingerprint())
                .hasSize(64)
                .isEqualTo(Oracle.run("sha256sum", SHIPPED.toString()).substring(0, 64));
        assertThat(ColourConfig.libraryVersion()).startsWith("2.");
    }

    @ParameterizedTest
    @CsvSource({"ACES2065-1,lin_ap0", "ACEScg,scene_linear", "Raw,ACEScg", "Raw,Raw"})
    void aSpaceToItselfIsTheIdentity(String from, String to) throws Exception {
        try (ColourTransform transform = config.convert(from, to)) {
            assertThat(transform.isIdentity()).isTrue();
        }
    }

    @Test
    void transformsOutliveTheirConfigAndDescribeThemselves() throws Exception {
        ColourConfig other = ColourConfig.open(SHIPPED);
        try (ColourTransform transform = other.convert("lin_ap0", "scene_linear")) {
            other.close();
            assertThat(transform.describe()).isEqualTo("ACES2065-1 to ACEScg");
            assertThat(transform.isIdentity()).isFalse();
            transform.apply(Pixels.of(1, 2, 3, 1), 1);
        }
    }
}
