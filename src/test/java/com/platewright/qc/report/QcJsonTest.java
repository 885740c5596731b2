// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.platewright.qc.Check;
import com.platewright.qc.Judge;
import com.platewright.qc.Limits;
import com.platewright.qc.QcReport;
import com.platewright.qc.Specimen;
import com.platewright.qc.Spoilt;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.Expectation;
import com.platewright.qc.report.ReportHead.Price;
import com.platewright.shot.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QcJsonTest {
    private static final Path GOLDEN = Path.of("src/test/resources/com/platewright/qc/report/qc.json");
    private static final ReportHead HEAD = Heads.shot("A hummingbird", Heads.PRICE);

    @Test
    void theDocumentIsAsPublishedToTheByte() throws IOException {
        QcReport report = judge(Spoilt.by(Check.CLIP_SIZE), Map.of(Check.FRAMES_REPEATED, Severity.OFF));

        assertThat(new String(QcJson.write(HEAD, report), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void aRejectedClipSaysWhy() throws IOException {
        JsonNode json = read(HEAD, judge(Spoilt.by(Check.PIXELS_NAN), Map.of()));

        assertThat(json.get("status").asText()).isEqualTo("rejected");
        assertThat(json.get("errors").asInt()).isEqualTo(1);
        assertThat(json.get("findings").get(0).get("where").asText()).isEqualTo("source frame 3 (plate 1004)");
        assertThat(json.at("/sequences/0/measures/3/nan").toString()).isEqualTo("[12,0,0]");
    }

    @Test
    void aCostThatIsNotKnownIsNullAndNotNothing() throws IOException {
        Price price = new Price("USD", Optional.of(new BigDecimal("3.60")), Optional.empty());
        JsonNode json = read(Heads.shot("x", price), judge(Specimen.clip(2), Map.of()));

        assertThat(json.at("/generation/price").toString())
                .isEqualTo("{\"currency\":\"USD\",\"estimated\":3.6,\"charged\":null}");
    }

    @Test
    void everyCheckIsListedWhetherItRanOrNot() throws IOException {
        JsonNode checks = read(Heads.file("x.exr"), judge(Evidence.of(Expectation.NONE), Map.of()))
                .get("checks");

        assertThat(checks.size()).isEqualTo(Check.values().length);
        assertThat(checks).allSatisfy(c -> {
            assertThat(c.get("result").asText()).isEqualTo("not_run");
            assertThat(c.get("reason").asText()).isNotBlank();
        });
    }

    @Test
    void allFiguresOfAFrameStandInOneLine() {
        String json = new String(QcJson.write(HEAD, judge(Specimen.clip(50), Map.of())), StandardCharsets.UTF_8);

        assertThat(json.lines().filter(l -> l.contains("\"pixels\""))).hasSize(100);
    }

    private static JsonNode read(ReportHead head, QcReport report) throws IOException {
        return new ObjectMapper().readTree(new String(QcJson.write(head, report), StandardCharsets.UTF_8));
    }

    private static QcReport judge(Evidence evidence, Map<Check, Severity> severities) {
        return Judge.judge(evidence, severities, Limits.DEFAULTS);
    }
}
