// SPDX-License-Identifier: Apache-2.0
/** What an examination says, for a person at a terminal. */
@NullMarked
package com.platewright.cli.qc;

import org.jspecify.annotations.NullMarked;
