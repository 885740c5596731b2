// SPDX-License-Identifier: Apache-2.0
/**
 * A show: how its plates are generated, converted, named and checked, and the templates by which files get their names.
 *
 * <p>A <em>show</em> is a YAML file laid over the defaults (and over the site's file, if there is one). What comes out
 * is either a {@link com.platewright.show.ShowConfig}, complete and valid, with the origin of every value, or every
 * problem at once with file, line and column. Files named by the configuration are absolute paths here.
 */
@NullMarked
package com.platewright.show;

import org.jspecify.annotations.NullMarked;
