// SPDX-License-Identifier: Apache-2.0
/**
 * Questions asked of evidence, and the findings they end in.
 *
 * <p>A <em>check</em> is one question with an id that a show can set to {@code error}, {@code warn} or {@code off}; all of
 * them stand in {@link com.platewright.qc.Check}. A <em>finding</em> is one thing that is not as it should be. A check that
 * lacks evidence is <em>not run</em>, which is said and never counts as passed. Checks neither open files nor throw.
 */
@NullMarked
package com.platewright.qc;

import org.jspecify.annotations.NullMarked;
