// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Records as JSON files that are there whole or not at all. Names in snake_case; what is unknown when reading is let be. */
public final class RecordFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withArrayIndenter(new Lines()))
            .build();

    private RecordFile() {}

    /** The record in a file; empty if there is no such file. */
    public static <T> Optional<T> read(Path file, Class<T> type) throws StorageException {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageException.of("read", file, e);
        }
    }

    /** Puts a record under a name, replacing what stood there; it is on the disk when this returns. */
    public static void write(Path file, Object value) throws StorageException {
        Durable.write(file, bytes(value));
    }

    /** The text of the file. */
    static byte[] bytes(Object value) {
        try {
            String json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
            return json.getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass() + " is not made of plain values", e);
        }
    }

    /** One element of an array to a line. */
    private static final class Lines extends DefaultIndenter {
        private static final long serialVersionUID = 1;

        Lines() {
            super("  ", "\n");
        }
    }
}
