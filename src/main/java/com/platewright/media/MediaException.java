// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import java.io.IOException;

/** Something that was read is damaged, unsafe or of a kind that is not supported. The message names the file and frame. */
public class MediaException extends IOException {
    private static final long serialVersionUID = 1;

    public MediaException(String message) {
        super(message);
    }

    public MediaException(String message, Throwable cause) {
        super(message, cause);
    }
}
