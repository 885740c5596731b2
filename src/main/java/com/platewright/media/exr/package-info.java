// SPDX-License-Identifier: Apache-2.0
/**
 * OpenEXR files in and out of memory: headers, pictures, plates.
 *
 * <p>Files are read and written whole, as byte buffers; where they lie on disk is somebody else's business. Reading
 * covers the first part of a file, if it is flat and has R, G and B; whatever else a file may hold is refused by name.
 * Nothing here starts a thread: whoever has several cores calls from several threads.
 */
@NullMarked
package com.platewright.media.exr;

import org.jspecify.annotations.NullMarked;
