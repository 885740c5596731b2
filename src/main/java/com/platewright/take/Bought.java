// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A take that the service has finished.
 *
 * @param task the id under which it was bought
 * @param ordered how many clips were ordered
 * @param clips the service's names of the clips that came, in the order in which they are counted from now on
 * @param charged in US dollars for those that came; empty where the service did not say
 * @param shortfall a sentence about clips or frames that were bought and did not come; empty where all did
 */
public record Bought(
        String task, int ordered, List<String> clips, Optional<BigDecimal> charged, Optional<String> shortfall) {
    public Bought {
        clips = List.copyOf(Objects.requireNonNullElse(clips, List.of())); // journals of the first release lack them
    }

    /** Whether clips were ordered of which nobody knows whether they were charged. */
    boolean lacksClips() {
        return clips.size() < ordered;
    }
}
