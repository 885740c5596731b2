// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.ledger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** What the sandbox charges, from {@code prices.yaml} beside this class. */
public final class PriceTable {

    /**
     * What is sold.
     *
     * @param operation {@code generate}, {@code edit} or {@code reframe}
     * @param tier {@code 360p}, {@code 540p}, {@code 720p} or {@code 1080p}
     */
    public record Sale(String operation, int seconds, boolean hdr, boolean exr, String tier) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode table;

    private PriceTable(JsonNode table) {
        this.table = table;
    }

    public static PriceTable read() {
        try (InputStream in =
                Objects.requireNonNull(PriceTable.class.getResourceAsStream("prices.yaml"), "prices.yaml")) {
            return new PriceTable(YAML.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the price table that is part of this program cannot be read", e);
        }
    }

    public String currency() {
        return table.path("currency").asText();
    }

    /** The price of one clip; empty where it is not sold. */
    public Optional<BigDecimal> price(Sale sale) {
        boolean bySecond = sale.operation().equals("reframe");
        for (JsonNode row : table.path("prices")) {
            boolean found = row.path("operation").asText().equals(sale.operation())
                    && (bySecond || row.path("seconds").asInt() == sale.seconds())
                    && row.path("hdr").asBoolean() == sale.hdr()
                    && row.path("exr").asBoolean() == sale.exr()
                    && row.has(sale.tier());
            if (found) {
                BigDecimal price = row.path(sale.tier()).decimalValue();
                return Optional.of(plain(bySecond ? price.multiply(BigDecimal.valueOf(sale.seconds())) : price));
            }
        }
        return Optional.empty();
    }

    /** 0.9 rather than 0.90, and 12 rather than 1.2E+1. */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal shorter = amount.stripTrailingZeros();
        return shorter.scale() < 0 ? shorter.setScale(0) : shorter;
    }
}
