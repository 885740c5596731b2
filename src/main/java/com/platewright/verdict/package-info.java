// SPDX-License-Identifier: Apache-2.0
/**
 * Opens again what was written, as a stranger would, and judges it against the plan. The files of a version are believed
 * only as far as they decode here.
 */
@NullMarked
package com.platewright.verdict;

import org.jspecify.annotations.NullMarked;
