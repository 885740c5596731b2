// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.platewright.yaml.Located;
import com.platewright.yaml.Where;
import java.nio.file.Path;

/**
 * A request that can be carried out, and where each of its values stands.
 *
 * @param file as it was named
 */
public record LoadedRequest(Path file, Request request, Located located) {
    /** The place of a key, such as {@code generate.loop}; the nearest one above it where it is not in the file. */
    public Where where(String key) {
        return located.where(key);
    }
}
