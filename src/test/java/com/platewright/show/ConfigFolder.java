// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the shipped folder of shows, to which a test adds its own. */
final class ConfigFolder {
    private final Path folder;

    private ConfigFolder(Path folder) {
        this.folder = folder;
    }

    static ConfigFolder in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("pipeline-configs"))) {
            List<Path> shows =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            for (Path show : shows) {
                Files.copy(show, folder.resolve(show.getFileName()));
            }
        }
        // The text of an OCIO config means nothing to this package; only that it is there.
        Files.createDirectories(folder.resolve("colour"));
        Files.writeString(folder.resolve("colour/aces-1.3.ocio"), "ocio_profile_version: 2\n");
        return new ConfigFolder(folder);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    ConfigFolder with(String name, String text) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.writeString(path(name), text);
        return this;
    }

    Shows open() {
        return Shows.open(folder, Map.of());
    }

    Shows open(Map<String, String> environment) {
        return Shows.open(folder, environment);
    }
}
