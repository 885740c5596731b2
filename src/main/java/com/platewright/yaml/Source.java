// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import java.nio.file.Path;

/**
 * Where a layer comes from.
 *
 * @param name as a person knows it: the file as it was named, or an option such as {@code --set}
 * @param folder that relative paths in this layer start from
 */
public record Source(String name, Path folder) {
    /** The source of a file; its relative paths start from the folder that holds it. */
    public static Source file(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return new Source(file.toString(), parent == null ? file.toAbsolutePath() : parent);
    }

    /** A source on the command line; its relative paths start from the working directory. */
    public static Source option(String name) {
        return new Source(name, Path.of("").toAbsolutePath());
    }

    /** The path that a text of this layer means, absolute and without {@code .} or {@code ..}. */
    public Path resolve(String text) {
        return folder.resolve(text).normalize();
    }
}
