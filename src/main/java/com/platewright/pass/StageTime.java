// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

/**
 * Where the time of a pass went, for one kind of work.
 *
 * @param busy seconds of all threads that did it together
 * @param waiting seconds that they waited for somebody else
 */
public record StageTime(String work, double busy, double waiting) {}
