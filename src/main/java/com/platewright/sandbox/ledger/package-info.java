// SPDX-License-Identifier: Apache-2.0
/**
 * Accepted tasks and what they cost, in files that outlive the process.
 *
 * <p>A task is one folder. It must appear by one rename, complete with its order and its charge: the rename is the
 * acceptance. Were the record written after the folder, a task could be there without its charge, or be charged twice.
 */
@NullMarked
package com.platewright.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
