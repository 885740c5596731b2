// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a run needs from outside.
 *
 * @param tool release of this program
 * @param workers frames that are worked on at a time
 * @param approved up to which amount a person allows this request; empty where nobody did
 * @param newTake whether another take is wanted where the last one is used up; heeded by the step that buys
 */
public record Setup(
        ProviderDoor door,
        Progress progress,
        String tool,
        int workers,
        boolean newTake,
        Optional<BigDecimal> approved) {}
