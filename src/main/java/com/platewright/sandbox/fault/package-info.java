// SPDX-License-Identifier: Apache-2.0
/**
 * What goes wrong, on purpose: a script of rules, each of which says when a fault takes effect and which. The errors that the
 * service words stand here too.
 */
@NullMarked
package com.platewright.sandbox.fault;

import org.jspecify.annotations.NullMarked;
