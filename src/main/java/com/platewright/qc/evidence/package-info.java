// SPDX-License-Identifier: Apache-2.0
/**
 * What was asked for and what was found, as values: the only thing that checks look at.
 *
 * <p>Whoever measured something fills in that part; a part that is absent is not known, and the checks that need it are
 * not run. Lists are sorted where they are made, so the order in which files were examined changes no report. Nothing here
 * opens a file.
 */
@NullMarked
package com.platewright.qc.evidence;

import org.jspecify.annotations.NullMarked;
