// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** How an edit holds on to its source: left to the service, or chosen. */
public sealed interface Guidance {
    /** The service chooses. */
    record Automatic() implements Guidance {}

    /** What is chosen here; what is not stays at the service's own default. */
    record Chosen(Optional<Strength> strength, Controls controls) implements Guidance {}

    /** From close to the source ({@code adhere_1}) to free ({@code reimagine_3}). */
    enum Strength {
        ADHERE_1,
        ADHERE_2,
        ADHERE_3,
        FLEX_1,
        FLEX_2,
        FLEX_3,
        REIMAGINE_1,
        REIMAGINE_2,
        REIMAGINE_3;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How closely bodies are followed. */
    enum Pose {
        PRECISE,
        COARSE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is kept of the source. The numbers run from 0 (closest to the source) to 1 (freest).
     *
     * @param face whether faces are followed
     */
    record Controls(
            Optional<Pose> pose,
            Optional<BigDecimal> depthBlur,
            Optional<BigDecimal> normalsAugmentation,
            Optional<BigDecimal> trajectorySparsity,
            boolean face) {
        public static final Controls NONE =
                new Controls(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

        public Controls {
            depthBlur = share("depth blur", depthBlur);
            normalsAugmentation = share("normals augmentation", normalsAugmentation);
            trajectorySparsity = share("trajectory sparsity", trajectorySparsity);
        }

        private static Optional<BigDecimal> share(String what, Optional<BigDecimal> value) {
            value.ifPresent(v -> {
                if (v.signum() < 0 || v.compareTo(BigDecimal.ONE) > 0) {
                    throw new IllegalArgumentException("the " + what + " of an edit lies from 0 to 1, not at " + v);
                }
            });
            return value.map(Operation::plain);
        }
    }
}
