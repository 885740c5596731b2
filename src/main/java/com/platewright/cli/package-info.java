// SPDX-License-Identifier: Apache-2.0
/**
 * The commands: what a person or a scheduler types, and what they get back. Here the parts are put together, and here, in
 * {@link com.platewright.cli.ExitMap} alone, every exception becomes an exit code.
 */
@NullMarked
package com.platewright.cli;

import org.jspecify.annotations.NullMarked;
