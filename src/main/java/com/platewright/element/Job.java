// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.platewright.files.Digest;
import java.util.Optional;
import java.util.UUID;

/**
 * What a version's number stands for.
 *
 * @param job digest of the rest
 * @param recipe digest of all that pictures and sounds depend on, but for the take
 * @param task of the take; empty for an import
 * @param rendition of the take, counted from 1
 */
public record Job(String job, String recipe, Optional<UUID> task, int rendition) {
    /** The job of one recipe over one rendition of one take. */
    public static Job of(Digest recipe, Optional<UUID> task, int rendition) {
        String text = "platewright job 1\n" + recipe.hex() + "\n"
                + task.map(UUID::toString).orElse("import") + "\n"
                + (rendition > 1 ? "rendition " + rendition + "\n" : "");
        return new Job(Digest.sha256(text).hex(), recipe.hex(), task, rendition);
    }
}
