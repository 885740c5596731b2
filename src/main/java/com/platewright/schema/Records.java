// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Binds what a schema has read to records: {@code snake_case} keys to components, null to an empty {@code Optional},
 * absolute paths to {@code Path}. Nothing is guessed and nothing is dropped.
 */
public final class Records {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule().addDeserializer(Path.class, new PathText()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Records() {}

    /**
     * Makes a record of a value that its schema found valid.
     *
     * @throws IllegalStateException if schema and record do not fit each other, which is a defect of this program
     */
    public static <T> T bind(ObjectNode value, Class<T> type) {
        try {
            return MAPPER.treeToValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema and " + type.getSimpleName() + " differ: " + e.getMessage(), e);
        }
    }

    /**
     * Looks ahead at a type that will be bound: to look at it the first time takes a tenth of the time in which a short
     * command answers. Changes nothing, and may be called beside other work.
     */
    public static void lookAt(Class<?> type) {
        MAPPER.readerFor(type);
    }

    static JsonNode readTree(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    /** A path as it is written; Jackson's own reader takes some of them for URIs. */
    private static final class PathText extends StdScalarDeserializer<Path> {
        PathText() {
            super(Path.class);
        }

        @Override
        public Path deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Path.of(parser.getText());
        }
    }
}
