// SPDX-License-Identifier: Apache-2.0
/**
 * What can be known of media files, as values; the classes that find it out stand in the packages below.
 *
 * <p>{@code media.exr}, {@code media.colour}, {@code media.pixel}, {@code media.movie}, {@code media.sound} and
 * {@code media.still} are the only door to native code. No pointer leaves them, and whatever they open is closed by
 * {@code try}.
 */
@NullMarked
package com.platewright.media;

import org.jspecify.annotations.NullMarked;
