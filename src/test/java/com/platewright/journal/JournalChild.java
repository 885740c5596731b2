// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import com.platewright.files.StorageException;
import java.nio.file.Path;
import java.util.Map;

/** A process of its own that keeps a journal, so that a test can kill it or take its disk away. */
final class JournalChild {
    static final JournalHeader HEADER = new JournalHeader("0.1.0", "demo/sq010/sh0010", "sha256:5d41");

    private JournalChild() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        try (Journal journal = Journal.open(file, HEADER, 1)) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                journal.append("note", Map.of("text", "x".repeat(1000)));
                System.out.println("written " + journal.records().size());
            }
        } catch (StorageException e) {
            System.out.println(e.trouble() + ": " + e.getMessage());
        }
        System.out.println("read " + Journal.read(file).size());
    }
}
