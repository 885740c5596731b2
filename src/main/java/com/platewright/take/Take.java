// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import java.nio.file.Path;
import java.util.UUID;

/**
 * One purchase of a clip, made or yet to be made.
 *
 * @param intent SHA-256 of what is asked for, in hexadecimal
 * @param number counted from 1; each is a charge of its own
 * @param task the id under which it is bought
 * @param folder of its journal and downloads
 */
public record Take(String intent, int number, UUID task, Path folder) {
    Path journal() {
        return folder.resolve("journal.jsonl");
    }

    /** The service's answers about this take, without secrets. */
    public Path reply() {
        return folder.resolve("reply.json");
    }

    /** Stands there once whoever asked was told how this take ended. */
    Path told() {
        return folder.resolve("told");
    }

    Path downloads() {
        return folder.resolve("download");
    }
}
