// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.delivery.Delivered;
import com.platewright.plan.ShotPlan;
import com.platewright.take.Clip;
import java.nio.file.Path;

/**
 * What is judged: a version in the making.
 *
 * @param folder that holds its files
 * @param workers files that are examined at a time
 */
public record Subject(ShotPlan plan, Clip clip, Delivered delivered, Path folder, int workers) {}
