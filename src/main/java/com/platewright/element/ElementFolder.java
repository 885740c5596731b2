// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.platewright.shot.Version;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where everything of an element stands. Nothing here touches the disk.
 *
 * @param folder that holds the versions, absolute
 * @param versionPadding digits of a version's label
 */
public record ElementFolder(Path folder, int versionPadding) {
    private static final String PRIVATE = ".platewright";

    /** The folder that a version has once it is published. */
    public Path version(Version version) {
        return folder.resolve(label(version));
    }

    public String label(Version version) {
        return version.label(versionPadding);
    }

    public Path lease() {
        return folder.resolve(PRIVATE).resolve("lease.json");
    }

    /** What is known of one take. */
    public Path take(UUID task) {
        return folder.resolve(PRIVATE).resolve("takes").resolve(task.toString());
    }

    /** Which clip of an intent was picked; {@code intent} in hexadecimal. */
    public Path choice(String intent) {
        return folder.resolve(PRIVATE).resolve("picks").resolve(intent + ".json");
    }

    /** A still as it is sent; {@code digest} of its content in hexadecimal. */
    public Path still(String digest) {
        return folder.resolve(PRIVATE).resolve("stills").resolve(digest + ".png");
    }

    /** Where the clips of an intent are compared. */
    public Path comparison(String intent) {
        return folder.resolve(PRIVATE).resolve("compare").resolve(intent.substring(0, 16));
    }

    /** What is known of a version in the making. */
    public Path making(Version version) {
        return versions().resolve(label(version));
    }

    Path versions() {
        return folder.resolve(PRIVATE).resolve("versions");
    }

    Path staging() {
        return folder.resolve(PRIVATE).resolve("staging");
    }
}
