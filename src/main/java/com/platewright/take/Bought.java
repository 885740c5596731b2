// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A take that the service has finished.
 *
 * @param task the id under which it was bought
 * @param renditions how many clips it brought
 * @param charged in US dollars; empty where the service did not say
 * @param framesMissing whether frames were bought and did not come
 * @param shortfall a sentence about clips that were bought and did not come; empty where all did
 */
public record Bought(
        String task, int renditions, Optional<BigDecimal> charged, boolean framesMissing, Optional<String> shortfall) {}
