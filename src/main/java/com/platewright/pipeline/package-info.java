// SPDX-License-Identifier: Apache-2.0
/**
 * The main flow: a plan becomes a published version, step by step, each step done once and noted on the disk.
 *
 * <p>{@link com.platewright.pipeline.ShotRun} is the flow. What each step does stands in the packages that it calls.
 */
@NullMarked
package com.platewright.pipeline;

import org.jspecify.annotations.NullMarked;
