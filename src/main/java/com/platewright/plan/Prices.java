// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.platewright.provider.Money;
import com.platewright.request.Generate;
import com.platewright.rules.Sizes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The dated price table of the model, {@code pipeline-configs/prices/luma-ray-3.2.yaml}. */
public final class Prices {
    private static final String TABLE = "/pipeline-configs/prices/luma-ray-3.2.yaml";
    private static final int DEFAULT_SECONDS = 5;

    private final JsonNode table;

    private Prices(JsonNode table) {
        this.table = table;
    }

    /** The table that travels with the program. */
    public static Prices builtIn() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try (InputStream in = Prices.class.getResourceAsStream(TABLE)) {
            return new Prices(yaml.readTree(in));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the price table is not YAML", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a request will probably cost; empty when the table has no row for it. */
    public Optional<Estimate> of(Generate generate) {
        int seconds = generate.duration().orElse(DEFAULT_SECONDS);
        String range = generate.exr() ? "hdr_exr" : generate.hdr() ? "hdr" : "sdr";
        Optional<String> size = Sizes.named(generate);
        if (generate.source().isPresent() || size.isEmpty()) {
            return Optional.empty();
        }
        JsonNode one = table.path("generate")
                .path(Integer.toString(seconds))
                .path(range)
                .path(size.get());
        if (!one.isNumber()) {
            return Optional.empty();
        }
        BigDecimal amount = one.decimalValue().multiply(BigDecimal.valueOf(generate.takes()));
        String reason = "generate " + seconds + " s " + words(generate) + " at " + size.get()
                + (generate.takes() > 1 ? ", " + generate.takes() + " takes" : "");
        return Optional.of(new Estimate(
                new Money(amount, table.path("currency").asText()),
                reason,
                LocalDate.parse(table.path("as_of").asText())));
    }

    private static String words(Generate generate) {
        return generate.exr() ? "HDR + EXR" : generate.hdr() ? "HDR" : "SDR";
    }
}
