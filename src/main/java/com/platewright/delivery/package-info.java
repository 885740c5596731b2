// SPDX-License-Identifier: Apache-2.0
/**
 * Makes a version's files in a staging folder: the show's deliverables become the lanes of one pass over the frames, and
 * what was found and written is noted for whoever examines it. Nothing is judged here.
 */
@NullMarked
package com.platewright.delivery;

import org.jspecify.annotations.NullMarked;
