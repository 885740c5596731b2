// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.nio.file.Path;

/**
 * A local still or clip that a request refers to.
 *
 * @param contentDigest names the content: equal digests are equal bytes. The caller keeps the file as it was digested
 *     until the task is accepted; only the digest, never the path, enters a request's canonical text
 */
public record MediaInput(Path file, String contentDigest) {
    public MediaInput {
        if (contentDigest.isBlank()) {
            throw new IllegalArgumentException("the media file " + file + " has no content digest");
        }
    }
}
