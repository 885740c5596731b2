// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import java.nio.file.Path;

/** What others may ask of a still. */
public final class Stills {
    private Stills() {}

    /** Whether a file is an OpenEXR picture, by its first bytes. */
    public static boolean isExr(Path file) {
        return Still.of(file).isExr();
    }
}
