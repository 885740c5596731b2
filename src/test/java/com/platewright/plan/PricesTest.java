// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import com.platewright.plan.Estimate.Standing;
import com.platewright.request.Generate;
import com.platewright.rules.Sizes;
import com.platewright.show.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    private static final Pricing PRICING = new Pricing(Prices.builtIn(), Sizes.DOCUMENTED);

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @CsvSource({
        "5,  sdr,     360p,  0.06,  confirmed",
        "5,  sdr,     540p,  0.15,  confirmed",
        "5,  sdr,     720p,  0.30,  confirmed",
        "5,  sdr,     1080p, 1.20,  confirmed",
        "10, sdr,     360p,  0.18,  inferred",
        "10, sdr,     540p,  0.45,  inferred",
        "10, sdr,     720p,  0.90,  inferred",
        "10, sdr,     1080p, 3.60,  inferred",
        "5,  hdr,     720p,  0.60,  confirmed",
        "5,  hdr,     1080p, 2.40,  confirmed",
        "5,  hdr_exr, 720p,  0.90,  confirmed",
        "5,  hdr_exr, 1080p, 3.60,  confirmed"
    })
    void aNewClipCostsWhatTheTableSays(int seconds, String range, String size, String price, String standing) {
        Estimate.Known known = known(PRICING.of(clip(seconds, range, size, 1)));
        assertThat(known.price().toString()).isEqualTo(price + " USD");
        assertThat(known.standing().name().toLowerCase(Locale.ROOT)).isEqualTo(standing);
        assertThat(known.asOf()).isEqualTo("2026-11-22");
    }

    @ParameterizedTest
    @CsvSource({
        "5.0,  sdr,     360p,  0.54,  confirmed",
        "5.0,  sdr,     1080p, 2.16,  confirmed",
        "5.0,  hdr,     1080p, 4.32,  confirmed",
        "5.0,  hdr,     720p,  2.16,  inferred",
        "5.0,  hdr_exr, 720p,  3.24,  inferred",
        "5.0,  hdr_exr, 1080p, 6.48,  confirmed",
        "5.2,  sdr,     720p,  1.08,  confirmed",
        "5.4,  sdr,     720p,  2.16,  inferred",
        "2.0,  sdr,     540p,  0.72,  confirmed",
        "10.0, hdr,     720p,  4.32,  inferred",
        "10.0, hdr_exr, 1080p, 12.96, inferred"
    })
    void anEditCostsTheStepAboveItsSource(double seconds, String range, String size, String price, String standing)
            throws IOException {
        Estimate.Known known = known(PRICING.of(edit(movie(seconds, "320x180"), range, Optional.of(size), 1)));
        assertThat(known.price().toString()).isEqualTo(price + " USD");
        assertThat(known.standing().name().toLowerCase(Locale.ROOT)).isEqualTo(standing);
    }

    @Test
    void anEditThatNamesNoSizeIsPricedByItsSourcesSize() throws IOException {
        Estimate.Known known = known(PRICING.of(edit(movie(1, "1998x1080"), "sdr", Optional.empty(), 1)));
        assertThat(known.price().toString()).isEqualTo("2.16 USD");
        assertThat(known.standing()).isEqualTo(Standing.INFERRED);
        Estimate large = PRICING.of(edit(movie(1, "3840x2160"), "sdr", Optional.empty(), 1));
        assertThat(large).isEqualTo(new Estimate.Unknown("3840x2160 is none of the sizes that are priced"));
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0.12", "5.04, 0.60", "5.5, 0.72", "10.0, 1.20"})
    void aReframeCostsEverySecondThatItsSourceBegins(double seconds, String price) throws IOException {
        Generate reframe = request(
                OptionalInt.of(1280),
                OptionalInt.of(720),
                Optional.of(movie(seconds, "320x180")),
                Optional.empty(),
                Optional.of(new Generate.Reframe(0, 0, 1, 1)));
        Estimate.Known known = known(PRICING.of(reframe));
        assertThat(known.price().toString()).isEqualTo(price + " USD");
        assertThat(known.lines().get(0)).contains("0.12 USD for each second");
    }

    @Test
    void anEstimateSaysWhatItIsMadeOf() throws IOException {
        Estimate.Known known = known(PRICING.of(edit(movie(5, "320x180"), "hdr_exr", Optional.of("720p"), 3)));
        assertThat(known.lines())
                .containsExactly("edit 5 s HDR + EXR at 720p: 3.24 USD", "the source lasts 5.00 s", "x 3 takes");
        assertThat(known.price().toString()).isEqualTo("9.72 USD");
    }

    @Test
    void whatHasNoPriceSaysWhy() throws IOException {
        assertThat(PRICING.of(edit(movie(5, "320x180"), "hdr", Optional.of("540p"), 1)))
                .isEqualTo(new Estimate.Unknown("the price table has no row for edit 5 s HDR at 540p"));
        assertThat(PRICING.of(edit(movie(11, "320x180"), "sdr", Optional.of("540p"), 1)))
                .isEqualTo(new Estimate.Unknown(
                        "the source lasts 11.00 s, and the price table has edits of 5 and 10 s only"));
        Path text = Files.writeString(folder.resolve("text.mp4"), "no movie");
        assertThat(PRICING.of(edit(text, "sdr", Optional.of("540p"), 1)).toString())
                .contains("the length of the source clip cannot be read", "text.mp4");
    }

    @Test
    void aShowsOwnTableIsReadInPlaceOfTheBuiltInOne() throws Exception {
        Pricing own = new Pricing(
                Prices.read(
                        table("  - {operation: generate, seconds: 5, range: sdr, mark: confirmed," + " 720p: 0.25}\n")),
                Sizes.DOCUMENTED);
        Estimate.Known known = known(own.of(clip(5, "sdr", "720p", 1)));
        assertThat(known.price().toString()).isEqualTo("0.25 USD");
        assertThat(known.asOf()).isEqualTo("2027-01-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{operation: upscale, seconds: 5, range: sdr, mark: confirmed, 720p: 1} | 4:17 | operation",
                "{operation: edit, seconds: each, range: sdr, mark: confirmed, 720p: 1} | 4:32 | priced by its length",
                "{operation: reframe, seconds: 5, range: sdr, mark: confirmed, 720p: 1} | 4:35 | seconds: each",
                "{operation: edit, seconds: 5, range: sdr, mark: sure, 720p: 1} | 4:53 | mark",
                "{operation: edit, seconds: 5, range: sdr, mark: inferred, 720p: -1} | 4:69 | 720p",
                "{operation: edit, seconds: 5, range: sdr, mark: inferred, 4k: 1} | 4:63 | 4k"
            })
    void aWrongTableIsSaidWithItsLine(String given) throws IOException {
        String[] parts = given.split(" \\| ", -1);
        Path table = table("  - " + parts[0] + "\n");
        assertThatThrownBy(() -> Prices.read(table))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("prices.yaml:" + parts[1])
                .hasMessageContaining(parts[2]);
    }

    @Test
    void aPriceThatStandsTwiceAndADayThatIsNoneAreErrors() throws IOException {
        String row = "  - {operation: edit, seconds: 5, range: sdr, mark: inferred, 720p: 1}\n";
        assertThat(Prices.problems(table(row + row)).toString()).contains("prices.yaml:5", "stands in a row above");
        Path wrong = Files.writeString(folder.resolve("day.yaml"), "as_of: 2026-02-30\ncurrency: EUR\nrows:\n" + row);
        assertThat(Prices.problems(wrong).toString())
                .contains("day.yaml:1", "no day 2026-02-30")
                .contains("day.yaml:2", "USD");
    }

    private static Path table(String rows) throws IOException {
        return Files.writeString(folder.resolve("prices.yaml"), "as_of: 2027-01-31\ncurrency: USD\nrows:\n" + rows);
    }

    private static Estimate.Known known(Estimate estimate) {
        assertThat(estimate).isInstanceOf(Estimate.Known.class);
        return (Estimate.Known) estimate;
    }

    /** A black movie that the system's ffmpeg makes, at 100 frames per second so that its length is exact. */
    private static Path movie(double seconds, String size) throws IOException {
        String name = size + "_" + seconds + ".mp4";
        if (!Files.exists(folder.resolve(name))) {
            String source = "color=s=" + size + ":r=100:d=" + seconds;
            DebianTool.lavfi(folder, source, "-c:v", "mpeg4", "-y", name);
        }
        return folder.resolve(name);
    }

    private static Generate clip(int seconds, String range, String size, int takes) {
        return new Generate(
                "a bird",
                Optional.of(size),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(seconds),
                !range.equals("sdr"),
                range.equals("hdr_exr"),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                takes);
    }

    private static Generate edit(Path source, String range, Optional<String> size, int takes) {
        return new Generate(
                "a bird",
                size,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                !range.equals("sdr"),
                range.equals("hdr_exr"),
                false,
                List.of(),
                Optional.of(source),
                Optional.of(new Generate.Edit(Optional.empty(), Optional.empty(), true, Optional.empty())),
                Optional.empty(),
                takes);
    }

    private static Generate request(
            OptionalInt width,
            OptionalInt height,
            Optional<Path> source,
            Optional<Generate.Edit> edit,
            Optional<Generate.Reframe> reframe) {
        return new Generate(
                "a bird",
                Optional.empty(),
                width,
                height,
                OptionalInt.empty(),
                false,
                false,
                false,
                List.of(),
                source,
                edit,
                reframe,
                1);
    }
}
