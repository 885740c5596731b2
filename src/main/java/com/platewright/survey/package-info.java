// SPDX-License-Identifier: Apache-2.0
/**
 * Examines files that nobody promised anything about: frames, movies and sound from anywhere. What the checks can tell of
 * them without a plan is what a sequence, a movie or a sound has to be in any case.
 */
@NullMarked
package com.platewright.survey;

import org.jspecify.annotations.NullMarked;
