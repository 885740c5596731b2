// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.provider.Money;
import java.time.LocalDate;

/**
 * What a request will probably cost.
 *
 * @param reason how the amount comes about: {@code generate 5 s HDR + EXR at 720p}
 * @param asOf the date of the price table
 */
public record Estimate(Money money, String reason, LocalDate asOf) {}
