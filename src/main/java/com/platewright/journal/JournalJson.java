// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** Values to lines and back. Values are made of records, lists, maps, texts, numbers, Optional and relative paths. */
final class JournalJson {
    private static final Pattern CHECKED = Pattern.compile("(\\{.*),\"crc\":\"([0-9a-f]{8})\"\\}", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Path.class, new PathWriter())
                    .addDeserializer(Path.class, new PathReader()))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JournalJson() {}

    /** One line with its line feed. The fields of the record come first and cannot be given. */
    static byte[] line(JournalRecord record) {
        ObjectNode line = JSON.createObjectNode()
                .put("n", record.number())
                .put("at", record.at().toString())
                .put("fence", record.fence())
                .put("type", record.type());
        for (Map.Entry<String, JsonNode> field : record.fields().properties()) {
            if (line.has(field.getKey()) || field.getKey().equals("crc")) {
                throw new IllegalArgumentException("\"" + field.getKey() + "\" is the journal's own field");
            }
            line.set(field.getKey(), field.getValue());
        }
        String text = line.toString();
        String open = text.substring(0, text.length() - 1);
        return (open + String.format(",\"crc\":\"%08x\"}\n", crc(open))).getBytes(StandardCharsets.UTF_8);
    }

    /** The record of a line without its line feed; the message of the exception says what is wrong with it. */
    static JournalRecord record(String line) throws JournalException {
        Matcher checked = CHECKED.matcher(line);
        if (!checked.matches() || Long.parseLong(checked.group(2), 16) != crc(checked.group(1))) {
            throw new JournalException("its check sum is missing or wrong");
        }
        try {
            ObjectNode fields = JSON.readValue(checked.group(1) + "}", ObjectNode.class);
            return new JournalRecord(
                    required(fields, "n").longValue(),
                    Instant.parse(required(fields, "at").asText()),
                    required(fields, "fence").longValue(),
                    required(fields, "type").asText(),
                    fields);
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new JournalException("it is not a journal's JSON: " + e.getMessage(), e);
        }
    }

    /** Any value as the fields of a record. */
    static ObjectNode fields(Map<String, ?> values) {
        return JSON.valueToTree(values);
    }

    static <T> T value(JsonNode node, Class<T> type) throws JournalException {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new JournalException("it is not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode required(ObjectNode fields, String name) throws JournalException {
        JsonNode value = fields.remove(name);
        if (value == null) {
            throw new JournalException("it has no \"" + name + "\"");
        }
        return value;
    }

    private static long crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    /** Left alone, Jackson writes a path as an absolute URI of this machine. */
    private static final class PathWriter extends StdSerializer<Path> {
        private static final long serialVersionUID = 1;

        PathWriter() {
            super(Path.class);
        }

        @Override
        public void serialize(Path path, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (path.isAbsolute()) {
                throw new IllegalArgumentException("a journal holds paths relative to the shot, not " + path);
            }
            out.writeString(path.toString());
        }
    }

    private static final class PathReader extends StdDeserializer<Path> {
        private static final long serialVersionUID = 1;

        PathReader() {
            super(Path.class);
        }

        @Override
        public Path deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Path.of(in.getValueAsString());
        }
    }
}
