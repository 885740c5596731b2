// SPDX-License-Identifier: Apache-2.0
/** Looks at this machine before work begins: what is there, what is missing, and what to do about it. */
@NullMarked
package com.platewright.cli.doctor;

import org.jspecify.annotations.NullMarked;
