// SPDX-License-Identifier: Apache-2.0
/** What a plan says, for machines and for people. */
@NullMarked
package com.platewright.cli.plan;

import org.jspecify.annotations.NullMarked;
