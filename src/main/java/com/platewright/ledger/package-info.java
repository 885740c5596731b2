// SPDX-License-Identifier: Apache-2.0
/**
 * What was bought, and what may still be bought. The journals of the takes are the truth; a ledger stands beside them, can
 * be made anew from them, and is where runs at the same time agree on what is left under a cap.
 */
@NullMarked
package com.platewright.ledger;

import org.jspecify.annotations.NullMarked;
