// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import java.io.IOException;
import java.util.List;

/** What was paid for came damaged, unsafe or incomplete, also when it was fetched again. One sentence for each damage. */
public final class TakeDamagedException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient List<String> damages;

    TakeDamagedException(List<String> damages) {
        super(String.join("\n", damages));
        this.damages = List.copyOf(damages);
    }

    public List<String> damages() {
        return damages;
    }
}
