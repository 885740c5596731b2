// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process among all that ever ran: a pid is used again, a pid with its start time on one boot of one machine is not.
 *
 * @param bootId the kernel's random id of this boot
 * @param pidNamespace within which the pid means something, such as {@code pid:[4026531836]}; a container has its own
 * @param startTicks start time in clock ticks since boot, field 22 of proc_pid_stat(5)
 */
public record ProcessIdentity(
        String host,
        @JsonProperty("boot_id") String bootId,
        @JsonProperty("pid_namespace") String pidNamespace,
        long pid,
        @JsonProperty("start_ticks") long startTicks) {

    private static final Path PROC = Path.of("/proc");

    static ProcessIdentity ofThis() throws StorageException {
        long pid = ProcessHandle.current().pid();
        try {
            return new ProcessIdentity(
                    Files.readString(PROC.resolve("sys/kernel/hostname")).strip(),
                    Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip(),
                    Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString(),
                    pid,
                    Stat.of(pid).orElseThrow(() -> new IOException("this process is not in /proc")).startTicks);
        } catch (IOException e) {
            throw StorageException.of("read", PROC, e);
        }
    }

    /**
     * Whether this process has surely ended, as far as {@code self} can know it: only on the same boot and in the same
     * pid namespace, and not where /proc hides the processes of others.
     */
    boolean isGone(ProcessIdentity self) {
        if (!bootId.equals(self.bootId) || !pidNamespace.equals(self.pidNamespace)) {
            return false;
        }
        try {
            Optional<Stat> stat = Stat.of(pid);
            if (stat.isEmpty()) {
                return Files.exists(PROC.resolve("1"));
            }
            return stat.get().ended || stat.get().startTicks != startTicks;
        } catch (IOException e) {
            return false; // hidden from us, so not known to be gone
        }
    }

    private record Stat(boolean ended, long startTicks) {
        private static final int STATE = 0;
        private static final int START = 19;

        /** The fields after the name, which stands in brackets and may itself hold any character. */
        static Optional<Stat> of(long pid) throws IOException {
            try {
                String line = Files.readString(PROC.resolve(pid + "/stat"));
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
                return Optional.of(new Stat("ZXx".contains(fields[STATE]), Long.parseLong(fields[START])));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                if ("No such process".equals(e.getMessage())) {
                    return Optional.empty();
                }
                throw e;
            }
        }
    }
}
