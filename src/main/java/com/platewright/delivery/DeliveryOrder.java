// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.plan.ShotPlan;
import com.platewright.shot.Version;
import com.platewright.take.Clip;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is to be made of a clip.
 *
 * @param staging an empty folder, for this version alone
 * @param provenance what plates and movies say of their making, by name
 * @param workers frames that are worked on at a time
 */
public record DeliveryOrder(
        ShotPlan plan, Clip clip, Version version, Path staging, Map<String, String> provenance, int workers) {
    public DeliveryOrder {
        provenance = Map.copyOf(provenance);
    }
}
