// SPDX-License-Identifier: Apache-2.0
/** Threads that work side by side: how their results come back, and how they end. */
@NullMarked
package com.platewright.crew;

import org.jspecify.annotations.NullMarked;
