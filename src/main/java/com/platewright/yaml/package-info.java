// SPDX-License-Identifier: Apache-2.0
/**
 * YAML files in which every key and value knows its place, and their layers.
 *
 * <p>A <em>node</em> is a map, a list, a scalar or nothing, with the file, line and column where it stands. A
 * <em>layer</em> is one file or one {@code --set}. A <em>problem</em> is a sentence with a place. Reading never stops
 * at the first problem: it collects them all, so that a person mends a file once.
 *
 * <p>Less is read than YAML allows, on purpose: no anchors, aliases, merge keys, tags, second documents or tabs in the
 * indentation. A scalar has no type of its own: package {@code schema} says what is wanted, and text is then taken as
 * it is written.
 */
@NullMarked
package com.platewright.yaml;

import org.jspecify.annotations.NullMarked;
