// SPDX-License-Identifier: Apache-2.0
package com.platewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that stand beside their expected text: {@code x.yaml} and {@code x.txt}. */
public final class Golden {
    private Golden() {}

    /** The folder of a package's test files. */
    public static Path folder(String below) {
        return Path.of("src/test/resources/com/platewright").resolve(below);
    }

    /** The YAML files of a folder, in alphabetical order; at least one. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(found).as("the YAML files in " + folder).isNotEmpty();
            return found;
        }
    }

    /**
     * Compares a text with the one beside a file. Paths are cut to what is below {@code folder}, so that the expected
     * text holds no path of any machine. To write the expected texts anew, run with {@code -Dgolden=write}, and read
     * every line of the difference aloud.
     */
    public static void compare(Path file, Path folder, String text) throws IOException {
        String found = text.replace(folder + "/", "") + "\n";
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, found);
        }
        assertThat(found).as(expected.toString()).isEqualTo(Files.readString(expected));
    }
}
