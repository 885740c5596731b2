// SPDX-License-Identifier: Apache-2.0
/**
 * A verdict as a file: {@code qc.json} for machines, {@code qc.html} for people.
 *
 * <p>Both are pure functions of a head and a report; neither opens a file. The page needs nothing beside itself but a
 * contact sheet, and every word that came from outside is escaped.
 */
@NullMarked
package com.platewright.qc.report;

import org.jspecify.annotations.NullMarked;
