// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name inside an archive, judged as if it were to become a file on any system.
 *
 * @param path with forward slashes
 */
record EntryName(String path) {
    private static final Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cc}|\\p{Cf}");
    private static final int SHOWN = 120;

    /** Old Windows programs write backslashes. */
    static EntryName of(String raw) {
        return new EntryName(raw.replace('\\', '/'));
    }

    /** Why this name must not be trusted; empty if it can be. */
    Optional<String> danger() {
        if (path.isEmpty() || path.startsWith("/")) {
            return Optional.of(path.isEmpty() ? "has no name" : "is an absolute path");
        }
        if (DRIVE.matcher(path).matches()) {
            return Optional.of("names a drive");
        }
        if (CONTROL.matcher(path).find()) {
            return Optional.of("has control characters in its name");
        }
        for (String segment : segments()) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("leaves its folder or has an empty, \".\" or \"..\" step in its path");
            }
            if (segment.endsWith(".") || segment.endsWith(" ")) {
                return Optional.of("has a name that ends in a dot or a blank");
            }
        }
        return Optional.empty();
    }

    boolean isFolder() {
        return path.endsWith("/");
    }

    boolean isLitter() {
        List<String> segments = segments();
        String name = segments.get(segments.size() - 1).toLowerCase(Locale.ROOT);
        return segments.contains("__MACOSX") || name.startsWith("._") || LITTER.contains(name);
    }

    boolean isFrame() {
        return lower().endsWith(".exr") && !isFolder() && !isLitter();
    }

    boolean isArchive() {
        return lower().endsWith(".zip") && !isLitter();
    }

    /** What two names have in common that some file system cannot tell apart. */
    String collisionKey() {
        String bare = isFolder() ? path.substring(0, path.length() - 1) : path;
        return Normalizer.normalize(
                Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /** For messages: cut, and without what could play with a terminal. */
    @Override
    public String toString() {
        String plain = UNPRINTABLE
                .matcher(path)
                .replaceAll(
                        match -> String.format("\\\\u%04x", (int) match.group().charAt(0)));
        return '"' + (plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain) + '"';
    }

    private List<String> segments() {
        String bare = isFolder() ? path.substring(0, path.length() - 1) : path;
        return List.of(bare.split("/", -1));
    }

    private String lower() {
        return path.toLowerCase(Locale.ROOT);
    }
}
