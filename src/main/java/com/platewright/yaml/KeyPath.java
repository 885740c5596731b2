// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Paths of keys joined by dots, with indexes in brackets: {@code generate.keyframes[1].frame}. A key may itself hold
 * dots, so a path is taken apart with the keys at hand, the longest that fits first.
 */
public final class KeyPath {
    private KeyPath() {}

    /** The longest of the keys that the path starts with. */
    public static Optional<String> first(String path, Collection<String> keys) {
        return keys.stream().filter(key -> startsWith(path, key)).max(Comparator.comparingInt(String::length));
    }

    /** What is left of the path behind its first {@code length} characters, without the dot. */
    public static String rest(String path, int length) {
        return path.startsWith(".", length) ? path.substring(length + 1) : path.substring(length);
    }

    /** The path of a key below another. */
    public static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean startsWith(String path, String key) {
        if (!path.startsWith(key) || path.length() == key.length()) {
            return path.equals(key);
        }
        char next = path.charAt(key.length());
        return next == '.' || next == '[';
    }
}
