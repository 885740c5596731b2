// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What stands in a folder. Links are not followed. */
public final class Listing {
    private Listing() {}

    /** Regular files below {@code root}, at any depth. */
    public static List<Path> files(Path root) throws StorageException {
        return tree(root)
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /** The folders below {@code root} and itself. */
    static List<Path> folders(Path root) throws StorageException {
        return tree(root)
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    /** What stands directly in {@code folder} under names that match {@code glob}. */
    static List<Path> matching(Path folder, String glob) throws StorageException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(path -> matcher.matches(path.getFileName())).toList();
        } catch (IOException e) {
            throw StorageException.of("list", folder, e);
        } catch (UncheckedIOException e) {
            throw StorageException.of("list", folder, Objects.requireNonNull(e.getCause()));
        }
    }

    private static Stream<Path> tree(Path root) throws StorageException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.toList().stream();
        } catch (IOException e) {
            throw StorageException.of("list", root, e);
        } catch (UncheckedIOException e) {
            throw StorageException.of("list", root, Objects.requireNonNull(e.getCause()));
        }
    }
}
