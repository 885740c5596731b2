// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.media.MediaException;
import java.util.List;

/** Frames of the clip cannot be decoded. One sentence for each. */
public final class DamagedFramesException extends MediaException {
    private static final long serialVersionUID = 1;

    private final transient List<String> damages;

    DamagedFramesException(List<String> damages) {
        super(String.join("\n", damages));
        this.damages = List.copyOf(damages);
    }

    public List<String> damages() {
        return damages;
    }
}
