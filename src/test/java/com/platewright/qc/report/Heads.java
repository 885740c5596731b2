// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.platewright.qc.report.ReportHead.Generation;
import com.platewright.qc.report.ReportHead.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Heads of reports. */
final class Heads {
    static final Instant MADE = Instant.parse("2026-11-22T15:16:17Z");
    static final Price PRICE =
            new Price("USD", Optional.of(new BigDecimal("0.90")), Optional.of(new BigDecimal("0.90")));

    private Heads() {}

    static ReportHead shot(String prompt, Price price) {
        return new ReportHead(
                "demo/sq010/sh0010",
                Optional.of("v001"),
                MADE,
                Optional.of(new Generation(
                        "sandbox", "luma:ray@3.2", "5f0c2f1e-7f3b-5c80-9a53-0f6f2f8f7f11", prompt, price)),
                Map.of("platewright", "0.1.0", "OpenEXR", "3.1.5"));
    }

    static ReportHead file(String path) {
        return new ReportHead(path, Optional.empty(), MADE, Optional.empty(), Map.of());
    }
}
