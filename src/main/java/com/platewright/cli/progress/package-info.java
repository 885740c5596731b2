// SPDX-License-Identifier: Apache-2.0
/** How progress looks on stderr: a bar on a terminal, plain lines elsewhere, or the lines that a farm reads. */
@NullMarked
package com.platewright.cli.progress;

import org.jspecify.annotations.NullMarked;
