// SPDX-License-Identifier: Apache-2.0
/**
 * What one shot wants: a clip to generate or to import, its sound, and what the pictures are for.
 *
 * <p>A <em>request</em> is one YAML file. Reading it gives a <em>draft</em>: what could be understood, and every
 * problem found so far. Whoever knows the model's rules looks at the draft and settles it with what they found; only
 * then, and only without problems, there is a request. So a person hears of a misspelt key, a missing picture and a
 * loop that cannot be HDR in one go. Paths are absolute here; the files they name exist and can be read.
 */
@NullMarked
package com.platewright.request;

import org.jspecify.annotations.NullMarked;
