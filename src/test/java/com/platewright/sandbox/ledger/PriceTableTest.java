// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.ledger.PriceTable.Sale;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTableTest {
    private final PriceTable prices = PriceTable.read();

    @ParameterizedTest
    @CsvSource({
        "generate, 5, false, false, 360p, 0.06",
        "generate, 5, false, false, 1080p, 1.2",
        "generate, 10, false, false, 720p, 0.9",
        "generate, 5, true, false, 720p, 0.6",
        "generate, 5, true, true, 720p, 0.9",
        "generate, 5, true, true, 1080p, 3.6",
        "edit, 5, false, false, 540p, 0.72",
        "edit, 10, false, false, 540p, 1.44",
        "edit, 5, true, true, 360p, 1.62",
        "edit, 10, true, true, 1080p, 12.96",
        "reframe, 7, false, false, 1080p, 2.52"
    })
    void whatIsSoldHasItsPrice(String operation, int seconds, boolean hdr, boolean exr, String tier, String price) {
        assertThat(prices.price(new Sale(operation, seconds, hdr, exr, tier))
                        .orElseThrow()
                        .toPlainString())
                .isEqualTo(price);
    }

    @Test
    void hdrIsTwiceAndHdrWithExrThreeTimesThePlainPrice() {
        for (String tier : new String[] {"720p", "1080p"}) {
            BigDecimal plain =
                    prices.price(new Sale("generate", 5, false, false, tier)).orElseThrow();
            assertThat(prices.price(new Sale("generate", 5, true, false, tier)).orElseThrow())
                    .isEqualByComparingTo(plain.multiply(BigDecimal.valueOf(2)));
            assertThat(prices.price(new Sale("generate", 5, true, true, tier)).orElseThrow())
                    .isEqualByComparingTo(plain.multiply(BigDecimal.valueOf(3)));
        }
    }

    @Test
    void whatIsNotOfferedHasNoPrice() {
        assertThat(prices.price(new Sale("generate", 5, true, true, "540p"))).isEmpty();
        assertThat(prices.price(new Sale("generate", 10, true, false, "720p"))).isEmpty();
        assertThat(prices.price(new Sale("edit", 5, true, false, "540p"))).isEmpty();
        assertThat(prices.price(new Sale("extend", 5, false, false, "720p"))).isEmpty();
    }
}
