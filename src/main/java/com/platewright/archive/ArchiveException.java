// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.io.IOException;
import java.nio.file.Path;

/** The frames cannot be had from this source. The message names the source, the entry, what was expected and found. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1;

    /** What it means for whoever fetched the source. */
    public enum Fault {
        /** Bytes are wrong or missing; fetching it again can help. */
        DAMAGED,
        /** Made to deceive or beyond the limits; never opened. */
        UNSAFE,
        /** A kind of archive that is not read here. */
        UNSUPPORTED,
        /** Sound, but not one sequence of EXR frames. */
        CONTENT
    }

    private final Fault fault;

    private ArchiveException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    static ArchiveException damaged(Path source, String what) {
        return new ArchiveException(
                Fault.DAMAGED, source + ": " + what + ". It is damaged or incomplete: fetch it again.");
    }

    static ArchiveException unsafe(Path source, String what) {
        return new ArchiveException(Fault.UNSAFE, source + ": " + what + ". Nothing was read from it.");
    }

    static ArchiveException unsupported(Path source, String what) {
        return new ArchiveException(
                Fault.UNSUPPORTED,
                source + ": " + what + ". Pack it again with any usual zip program, without options.");
    }

    static ArchiveException content(Path source, String what) {
        return new ArchiveException(Fault.CONTENT, source + ": " + what + ".");
    }

    public Fault fault() {
        return fault;
    }

    /** Whether the same source, fetched again, may be sound. */
    public boolean refetchCanHelp() {
        return fault == Fault.DAMAGED;
    }
}
