// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.qc.Check;
import com.platewright.qc.Finding;
import com.platewright.qc.Limits;
import com.platewright.qc.QcReport;
import com.platewright.qc.report.ReportHead.Generation;
import com.platewright.qc.report.ReportHead.Price;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * {@code qc.json}. Fields come in this order and are only ever added; what is not known is {@code null}.
 *
 * <pre>
 * format      1
 * status      passed | rejected
 * errors, warnings
 * subject, version, made
 * generation  provider, model, task_uuid, prompt, price {currency, estimated, charged}
 * findings    check, severity error|warn, where, expected, found, message
 * checks      check, severity, result passed|failed|not_run, looked, of, unit, findings, reason
 * limits      negative_share, negative_lowest, outside_share
 * sequences   noun, name, frames, first, last, colour_space, header {…}, measures [one a frame]
 * movies      name, file, origin provided|written, found {…}
 * sounds      name, file, found {…}, conform {…}
 * archive     file, gaps, ignored, damaged
 * failures    file, what
 * tools       name: version
 * </pre>
 *
 * <p>The measures of a frame are lists of red, green, blue. Shares are of all samples of a channel, 0 to 1; peak and lowest
 * are of the finite samples; {@code pixels} is the digest of the samples, as 16 hexadecimal digits.
 */
public final class QcJson {
    private static final int FORMAT = 1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private QcJson() {}

    /** The document in UTF-8, with a line feed at the end. */
    public static byte[] write(ReportHead head, QcReport report) {
        ObjectNode root = NODES.objectNode();
        root.put("format", FORMAT);
        root.put("status", report.status().name().toLowerCase(Locale.ROOT));
        root.put("errors", report.errors());
        root.put("warnings", report.warnings());
        root.put("subject", head.subject());
        root.put("version", head.version().orElse(null));
        root.put("made", head.made().toString());
        root.set("generation", object(head.generation(), QcJson::generation));
        root.set("findings", array(report.findings(), QcJson::finding));
        root.set("checks", checks(report));
        limits(report.limits(), root.putObject("limits"));
        EvidenceJson.write(report.evidence(), root);
        ObjectNode tools = root.putObject("tools");
        head.tools().forEach(tools::put);
        return bytes(root);
    }

    /** One object for each value. */
    static <T> ArrayNode array(Collection<T> values, BiConsumer<T, ObjectNode> fill) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(v -> fill.accept(v, array.addObject()));
        return array;
    }

    /** An object, or null where there is no value. */
    static <T> JsonNode object(Optional<T> value, BiConsumer<T, ObjectNode> fill) {
        return value.<JsonNode>map(v -> {
                    ObjectNode node = NODES.objectNode();
                    fill.accept(v, node);
                    return node;
                })
                .orElseGet(NODES::nullNode);
    }

    private static void generation(Generation generation, ObjectNode node) {
        node.put("provider", generation.provider());
        node.put("model", generation.model());
        node.put("task_uuid", generation.taskUuid());
        node.put("prompt", generation.prompt());
        Price price = generation.price();
        node.putObject("price")
                .put("currency", price.currency())
                .put("estimated", price.estimated().orElse(null))
                .put("charged", price.charged().orElse(null));
    }

    private static void finding(Finding finding, ObjectNode node) {
        node.put("check", finding.check());
        node.put("severity", lower(finding.severity()));
        node.put("where", finding.where());
        node.put("expected", finding.expected());
        node.put("found", finding.found());
        node.put("message", finding.message());
    }

    /** Every check, in the order of the list, whether it ran or not. */
    private static ArrayNode checks(QcReport report) {
        ArrayNode checks = NODES.arrayNode();
        for (Check check : Check.values()) {
            ObjectNode node = checks.addObject().put("check", check.id());
            report.ran().stream().filter(r -> r.check() == check).forEach(r -> ran(r, node));
            report.notRun().stream().filter(n -> n.check() == check).forEach(n -> notRun(n, node));
        }
        return checks;
    }

    private static void ran(QcReport.Ran ran, ObjectNode node) {
        node.put("severity", lower(ran.severity()));
        node.put("result", ran.passed() ? "passed" : "failed");
        node.put("looked", ran.looked());
        node.put("of", ran.of());
        node.put("unit", ran.unit());
        node.put("findings", ran.findings());
        node.putNull("reason");
    }

    private static void notRun(QcReport.NotRun not, ObjectNode node) {
        node.putNull("severity");
        node.put("result", "not_run");
        node.put("looked", 0);
        node.put("of", 0);
        node.putNull("unit");
        node.put("findings", 0);
        node.put("reason", not.reason());
    }

    private static void limits(Limits limits, ObjectNode node) {
        node.put("negative_share", limits.negativeShare());
        node.put("negative_lowest", limits.negativeLowest());
        node.put("outside_share", limits.outsideShare());
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            String json = new ObjectMapper().writer(new Lines()).writeValueAsString(root) + "\n";
            return json.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
