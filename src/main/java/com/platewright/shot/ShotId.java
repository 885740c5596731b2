// SPDX-License-Identifier: Apache-2.0
package com.platewright.shot;

import java.util.regex.Pattern;

/** Where a plate belongs. Each part is a legal name: letters, digits, {@code . _ -}, not led by a dot or a dash. */
public record ShotId(String show, String sequence, String shot) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    public ShotId {
        check("show", show);
        check("sequence", sequence);
        check("shot", shot);
    }

    /** Whether this can be the name of a show, sequence or shot on every file system that a show may use. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static void check(String what, String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    what + " \"" + name + "\" is not a name of letters, digits, dots, underscores and dashes");
        }
    }

    @Override
    public String toString() {
        return show + "/" + sequence + "/" + shot;
    }
}
