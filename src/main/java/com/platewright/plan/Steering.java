// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.provider.Guidance;
import com.platewright.request.Generate;
import com.platewright.show.Preset;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How an edit is steered: by what the request says, and where it says nothing by its preset. */
final class Steering {
    private Steering() {}

    static Guidance.Chosen of(Generate.Edit edit, Optional<Preset> preset) {
        Optional<Generate.Controls> said = edit.controls();
        Guidance.Controls controls = new Guidance.Controls(
                first(said, Generate.Controls::pose, preset, Preset::pose)
                        .map(word -> Guidance.Pose.valueOf(word.toUpperCase(Locale.ROOT))),
                first(said, c -> number(c.depthBlur()), preset, p -> number(p.depthBlur())),
                first(said, c -> number(c.normalsAugmentation()), preset, p -> number(p.normalsAugmentation())),
                first(said, c -> number(c.trajectorySparsity()), preset, p -> number(p.trajectorySparsity())),
                first(said, Generate.Controls::face, preset, Preset::face).orElse(false));
        return new Guidance.Chosen(
                edit.strength()
                        .or(() -> preset.flatMap(Preset::strength))
                        .map(word -> Guidance.Strength.valueOf(word.toUpperCase(Locale.ROOT))),
                controls);
    }

    private static <T> Optional<T> first(
            Optional<Generate.Controls> said,
            Function<Generate.Controls, Optional<T>> asked,
            Optional<Preset> preset,
            Function<Preset, Optional<T>> usual) {
        return said.flatMap(asked).or(() -> preset.flatMap(usual));
    }

    private static Optional<BigDecimal> number(OptionalDouble value) {
        return value.isPresent() ? Optional.of(BigDecimal.valueOf(value.getAsDouble())) : Optional.empty();
    }
}
