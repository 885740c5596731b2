// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A way to change a source clip. Numbers go from 0, near the source, to 1, free of it.
 *
 * @param about what it is for
 * @param strength {@code adhere_1} to {@code reimagine_3}
 * @param pose {@code precise} or {@code coarse}
 */
public record Preset(
        String about,
        Optional<String> strength,
        Optional<String> pose,
        OptionalDouble depthBlur,
        OptionalDouble normalsAugmentation,
        OptionalDouble trajectorySparsity,
        Optional<Boolean> face) {}
