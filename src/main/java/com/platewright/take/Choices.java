// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.element.ElementFolder;
import com.platewright.element.RecordFile;
import com.platewright.files.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which clip of an intent is delivered, as somebody has picked. Without a pick it is the last take's first rendition. */
public final class Choices {
    private final Path file;

    public Choices(ElementFolder element, String intent) {
        this.file = element.choice(intent);
    }

    public Optional<Choice> picked() throws StorageException {
        return RecordFile.read(file, Choice.class);
    }

    public void pick(Choice choice) throws StorageException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw StorageException.of("make the folder of", file, e);
        }
        RecordFile.write(file, choice);
    }

    /** Lets go of a pick, for a take that was bought after it. */
    public void forget() throws StorageException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StorageException.of("forget the pick in", file, e);
        }
    }
}
