// SPDX-License-Identifier: Apache-2.0
/**
 * Trees of YAML read by a JSON Schema, which is the single list of keys, types, ranges, defaults and descriptions.
 *
 * <p>The schema says what a key takes, and a scalar is read as that: for text, {@code no}, {@code 010} and
 * {@code 12:30:45} are these very characters; a number must look like a plain decimal. What does not fit becomes a
 * sentence with its place and, where there is one, the remedy. What fits becomes records.
 */
@NullMarked
package com.platewright.schema;

import org.jspecify.annotations.NullMarked;
