// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

/**
 * The exit codes that schedulers rely on. They are an interface: they are only ever added to. 33 is read by OpenCue as
 * "give it more memory" and is used for nothing else; 75 is what Slurm's RequeueExit is set to.
 */
public enum ExitCode {
    DONE(0, "done", false),
    INTERNAL(1, "internal", false),
    USAGE(2, "usage", false),
    CONFIG(10, "config", false),
    REQUEST(11, "request", false),
    REFUSED(20, "refused", false),
    GENERATION_FAILED(21, "generation-failed", false),
    SPEND_UNKNOWN(22, "spend-unknown", false),
    BUDGET(23, "budget", false),
    MEDIA(30, "media", false),
    ENCODE(31, "encode", false),
    MEMORY(33, "memory", true),
    QC(40, "qc", false),
    STORAGE(50, "storage", true),
    UNAVAILABLE(69, "unavailable", false),
    TRANSIENT(75, "transient", true),
    INTERRUPTED(130, "interrupted", true),
    TERMINATED(143, "interrupted", true);

    private final int exit;
    private final String word;
    private final boolean retryable;

    ExitCode(int exit, String word, boolean retryable) {
        this.exit = exit;
        this.word = word;
        this.retryable = retryable;
    }

    public int exit() {
        return exit;
    }

    public String word() {
        return word;
    }

    /** Whether the same command can help, without anybody changing anything but the node or its memory. */
    public boolean retryable() {
        return retryable;
    }
}
