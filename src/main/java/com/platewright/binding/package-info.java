// SPDX-License-Identifier: Apache-2.0
/**
 * The JavaCPP mappings of this project's own C++ (src/main/cpp) over OpenEXR, OpenColorIO and ISA-L.
 *
 * <p>Functions and nothing else: no decisions, no files, no Java types beyond buffers. Only {@code media} may call them.
 */
@NullMarked
package com.platewright.binding;

import org.jspecify.annotations.NullMarked;
