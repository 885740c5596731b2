// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a report is about.
 *
 * @param subject a shot, such as {@code demo/sq010/sh0010}, or the path that was examined
 * @param version such as {@code v001}; empty where no version is being made
 * @param generation empty where nothing was generated: an import, or files that were examined
 * @param tools names and versions of what measured
 */
public record ReportHead(
        String subject,
        Optional<String> version,
        Instant made,
        Optional<Generation> generation,
        Map<String, String> tools) {
    public ReportHead {
        tools = Collections.unmodifiableMap(new TreeMap<>(tools));
    }

    /** Where the clip comes from. */
    public record Generation(String provider, String model, String taskUuid, String prompt, Price price) {}

    /**
     * What it cost, in units of {@code currency}. What is not known is empty, and never reads as nothing.
     *
     * @param currency ISO 4217
     */
    public record Price(String currency, Optional<BigDecimal> estimated, Optional<BigDecimal> charged) {}
}
