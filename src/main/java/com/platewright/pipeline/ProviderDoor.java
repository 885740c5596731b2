// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.plan.ShotPlan;
import com.platewright.provider.ProviderException;
import com.platewright.provider.VideoProvider;
import java.io.IOException;

/** Opens the way to the provider that a plan names, when it is needed. Whoever opened the door closes it. */
public interface ProviderDoor {
    VideoProvider open(ShotPlan plan) throws ProviderException, IOException;
}
