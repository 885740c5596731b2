// SPDX-License-Identifier: Apache-2.0
/** What things cost. */
@NullMarked
package com.platewright.money;

import org.jspecify.annotations.NullMarked;
