// SPDX-License-Identifier: Apache-2.0
/**
 * A show and a request become a plan: every choice made, nothing done yet. Whatever runs afterwards only reads it.
 *
 * <p>Two plans with the same <i>recipe</i> make the same pictures; that is how a step knows its work is done already.
 */
@NullMarked
package com.platewright.plan;

import org.jspecify.annotations.NullMarked;
