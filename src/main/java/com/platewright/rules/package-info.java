// SPDX-License-Identifier: Apache-2.0
/**
 * What the model can be asked for: one table of rules, each with its sentence, its source and whether that source
 * confirms it or it is inferred.
 *
 * <p>The service accepts and charges wrong requests, so this table is what stands between a slip and a bill. A rule looks
 * at the request alone; what the rule says about a file's content is measured by whoever holds the file.
 */
@NullMarked
package com.platewright.rules;

import org.jspecify.annotations.NullMarked;
