// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.platewright.schema.TextFormat;
import com.platewright.yaml.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The rules behind the {@code format} names of the request's schema: what a request names is there and can be read. */
final class InputFiles {
    private InputFiles() {}

    static Map<String, TextFormat> formats() {
        return Map.of("input-file", InputFiles::file, "input-clip", InputFiles::clip);
    }

    private static String file(String text, Source source) {
        Path file = path(text, source);
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder; a file is wanted");
        }
        readable(file);
        return file.toString();
    }

    private static String clip(String text, Source source) {
        Path clip = path(text, source);
        if (!Files.isDirectory(clip)) {
            readable(clip);
        } else if (isEmptyFolder(clip)) {
            throw new IllegalArgumentException("the folder " + clip + " is empty");
        }
        return clip.toString();
    }

    private static Path path(String text, Source source) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the name of a file is missing");
        }
        if (text.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
            throw new IllegalArgumentException("this is a URL; download it and name the file");
        }
        Path path = source.resolve(text);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("there is no file " + path);
        }
        return path;
    }

    private static void readable(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is not a regular file");
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " cannot be read: permission denied");
        }
        try {
            if (Files.size(file) == 0) {
                throw new IllegalArgumentException(file + " is empty");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isEmptyFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }
}
