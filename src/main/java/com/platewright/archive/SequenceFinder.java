// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds exactly one sequence among names. The number is the last group of digits before the extension; whatever else
 * stands in the name or before it must be the same in every frame.
 */
final class SequenceFinder {
    private static final int LISTED = 5;
    private static final int DIGITS = 9;

    private SequenceFinder() {}

    /** The number of each given frame is not looked at; the result's are those of the names. */
    static FrameEntries find(Path source, List<FrameEntry> frames) throws ArchiveException {
        if (frames.isEmpty()) {
            throw ArchiveException.content(source, "expected a sequence of EXR frames, found no .exr file");
        }
        Map<String, List<FrameEntry>> sequences = new TreeMap<>();
        for (FrameEntry frame : frames) {
            String name = frame.name();
            int end = numberEnd(name);
            int start = numberStart(name, end);
            boolean numbered = start < end;
            String pattern = numbered ? name.substring(0, start) + "#" + name.substring(end) : name;
            int number = numbered ? number(source, frame, name.substring(start, end)) : 0;
            sequences
                    .computeIfAbsent(pattern, p -> new ArrayList<>())
                    .add(new FrameEntry(number, frame.name(), frame.size(), frame.packed(), frame.crc32()));
        }
        if (sequences.size() > 1) {
            throw ArchiveException.content(
                    source,
                    "expected one sequence of EXR frames, found " + sequences.size() + ": " + list(sequences)
                            + ". Keep one and remove the others");
        }
        Map.Entry<String, List<FrameEntry>> only =
                sequences.entrySet().iterator().next();
        return new FrameEntries(only.getKey(), inOrder(source, only.getValue()));
    }

    /** Behind the last digit of the file's name without its extension; where the name begins if it has none. */
    private static int numberEnd(String path) {
        int first = path.lastIndexOf('/') + 1;
        int end = Math.max(first, path.lastIndexOf('.'));
        while (end > first && !isDigit(path.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int numberStart(String path, int end) {
        int first = path.lastIndexOf('/') + 1;
        int start = end;
        while (start > first && isDigit(path.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static List<FrameEntry> inOrder(Path source, List<FrameEntry> frames) throws ArchiveException {
        List<FrameEntry> ordered = new ArrayList<>(frames);
        ordered.sort(Comparator.comparingInt(FrameEntry::number));
        for (int i = 1; i < ordered.size(); i++) {
            FrameEntry one = ordered.get(i - 1);
            FrameEntry other = ordered.get(i);
            if (one.number() == other.number()) {
                throw ArchiveException.content(
                        source,
                        "frame " + one.number() + " is there twice, as \"" + one.name() + "\" and as \"" + other.name()
                                + "\". Keep one of them");
            }
        }
        return ordered;
    }

    private static int number(Path source, FrameEntry frame, String digits) throws ArchiveException {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > DIGITS) {
            throw ArchiveException.content(
                    source,
                    "the frame number of \"" + frame.name() + "\" has more than " + DIGITS
                            + " digits. The number is the last group of digits before the extension; rename the frames");
        }
        return Integer.parseInt(significant);
    }

    private static String list(Map<String, List<FrameEntry>> sequences) {
        String some = sequences.entrySet().stream()
                .limit(LISTED)
                .map(one -> "\"" + one.getKey() + "\" (" + one.getValue().size() + " frames)")
                .collect(Collectors.joining(", "));
        return sequences.size() > LISTED ? some + " and " + (sequences.size() - LISTED) + " more" : some;
    }
}
