// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file on its way here: what its fetching tells to those who already read it. It ends in one of two ways: the whole is here
 * and proved, or what was read of it is void. From any thread.
 */
public final class Arrival {
    private Optional<Path> part = Optional.empty();
    private Optional<Path> whole = Optional.empty();
    private Optional<String> end = Optional.empty();
    private OptionalLong total = OptionalLong.empty();
    private long bytes;

    /**
     * The first {@code count} bytes of {@code file} can be read. Fewer than before make void what was read.
     *
     * @param all how many there will be, where that is known
     */
    public synchronized void arrived(Path file, long count, OptionalLong all) {
        if (count < bytes) {
            voided("it is being fetched from its beginning again");
        }
        part = Optional.of(file);
        bytes = count;
        total = all;
        notifyAll();
    }

    /** All of it is here under this name, and sound. */
    public synchronized void proved(Path file) {
        whole = Optional.of(file);
        notifyAll();
    }

    /** What was read does not count. The first reason stays. */
    public synchronized void voided(String why) {
        if (end.isEmpty()) {
            end = Optional.of(why);
        }
        notifyAll();
    }

    /** Bytes that are still to come, as far as is known. */
    public synchronized long rest() {
        return Math.max(0, total.orElse(bytes) - bytes);
    }

    /** Waits for the first byte; where it is written meanwhile. */
    synchronized Path part() throws ArrivalException, InterruptedException {
        while (part.isEmpty()) {
            requireHope();
            wait();
        }
        return part.get();
    }

    /** Waits until the first {@code count} bytes can be read. */
    synchronized void await(long count) throws ArrivalException, InterruptedException {
        while (bytes < count) {
            requireHope();
            if (whole.isPresent()) {
                throw new ArrivalException("it holds fewer frames than expected");
            }
            wait();
        }
        requireHope();
    }

    /** Waits for the proof; where the whole is. */
    public synchronized Path whole() throws ArrivalException, InterruptedException {
        while (whole.isEmpty()) {
            requireHope();
            wait();
        }
        requireHope();
        return whole.get();
    }

    private void requireHope() throws ArrivalException {
        if (end.isPresent()) {
            throw new ArrivalException(end.get());
        }
    }
}
