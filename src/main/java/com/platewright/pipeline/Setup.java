// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

/**
 * What a run needs from outside.
 *
 * @param tool release of this program
 * @param workers frames that are worked on at a time
 * @param newTake whether another take is wanted where the last one is used up; heeded by the step that buys
 */
public record Setup(ProviderDoor door, Progress progress, String tool, int workers, boolean newTake) {}
