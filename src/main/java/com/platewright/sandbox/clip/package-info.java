// SPDX-License-Identifier: Apache-2.0
/**
 * What the sandbox delivers: a clip is ordered, rendered into a folder, and its frames put into an archive. A quirk is a
 * way in which it differs from a sound one.
 */
@NullMarked
package com.platewright.sandbox.clip;

import org.jspecify.annotations.NullMarked;
