// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.yaml.Source;
import com.platewright.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our reader of schemas against a well-known one. A valid document is changed in one place at a time, in every place
 * and in many ways; both have to agree on whether the result is valid. (JSON is YAML, so both read the same text.)
 */
class SecondOpinionTest {
    private static final List<String> VALUES = List.of(
            "\"x y\"",
            "\"\"",
            "\"24000/1001\"",
            "\"first\"",
            "0",
            "-1",
            "-2",
            "24",
            "241",
            "48000",
            "0.5",
            "-0.05",
            "1000000000000",
            "2.5e-1",
            "true",
            "null",
            "[]",
            "[1,1]",
            "[\"x\"]",
            "{}",
            "{\"nonsense\":\"x\"}");

    /** What may be left out by the standard, but is then missed by us: a whole section, or the clip itself. */
    private static final Set<String> OUR_OWN = Set.of("/colour", "/generate");

    @ParameterizedTest
    @CsvSource({"show.schema.json, show.json, 1200", "request.schema.json, request.json, 600"})
    void networkntAgreesOnEveryChangeOfAValidDocument(String schema, String document, int atLeast) throws IOException {
        JsonNode valid = Records.readTree(Resources.read(SecondOpinionTest.class, document));
        String text = Resource.text("schema/" + schema);
        Schema ours = Schema.parse(text);
        com.networknt.schema.Schema theirs = Networknt.complete(text);
        assertThat(ours(ours, valid)).as("the unchanged document").isEmpty();
        assertThat(theirs(theirs, valid)).as("the unchanged document").isEmpty();
        List<String> differences = new ArrayList<>();
        List<ObjectNode> changed = changes((ObjectNode) valid);
        for (ObjectNode one : changed) {
            List<String> we = ours(ours, one);
            List<String> they = theirs(theirs, one);
            if (we.isEmpty() != they.isEmpty()) {
                differences.add("we say " + we + ", they say " + they);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(changed).hasSizeGreaterThan(atLeast);
    }

    private static List<String> theirs(com.networknt.schema.Schema schema, JsonNode document) {
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    private static List<String> ours(Schema schema, JsonNode document) {
        Source source = new Source("document", Path.of("/"));
        YamlText text = YamlText.of(document.toString().getBytes(StandardCharsets.UTF_8), source);
        assertThat(text.problems()).isEmpty();
        return SchemaReader.read(text.root(), schema, Map.of()).problems().stream()
                .map(Object::toString)
                .toList();
    }

    private static List<ObjectNode> changes(ObjectNode valid) throws IOException {
        List<ObjectNode> changes = new ArrayList<>();
        for (String pointer : pointers(valid, "")) {
            String parent = pointer.substring(0, pointer.lastIndexOf('/'));
            String key = pointer.substring(pointer.lastIndexOf('/') + 1);
            for (String value : VALUES) {
                ObjectNode copy = valid.deepCopy();
                if (meansTheSame(pointer, copy.at(pointer), value)) {
                    set(copy.at(parent), key, Records.readTree(value));
                    changes.add(copy);
                }
            }
            ObjectNode without = valid.deepCopy();
            if (without.at(parent) instanceof ObjectNode map && !OUR_OWN.contains(pointer)) {
                map.remove(key);
                changes.add(without);
            }
            ObjectNode more = valid.deepCopy();
            if (more.at(pointer) instanceof ObjectNode map) {
                map.put("unknown_key", "x");
                changes.add(more);
            }
        }
        return changes;
    }

    /**
     * Where text stands, a bare number or truth value is text to us, since it is what is written; a null under a name
     * of the user's choice takes the name away. Both are on purpose and tested elsewhere.
     */
    private static boolean meansTheSame(String pointer, JsonNode old, String value) {
        if (value.equals("null")) {
            return !pointer.matches("/deliverables/[^/]+(/options/[^/]+)?");
        }
        boolean bare = !value.startsWith("\"") && !value.startsWith("[") && !value.startsWith("{");
        return !(bare && old.isTextual());
    }

    private static void set(JsonNode parent, String key, JsonNode value) {
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(key), value);
        } else {
            ((ObjectNode) parent).set(key, value);
        }
    }

    private static List<String> pointers(JsonNode node, String path) {
        List<String> pointers = new ArrayList<>();
        node.properties().forEach(entry -> {
            pointers.add(path + "/" + entry.getKey());
            pointers.addAll(pointers(entry.getValue(), path + "/" + entry.getKey()));
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.add(path + "/" + i);
            pointers.addAll(pointers(node.path(i), path + "/" + i));
        }
        return pointers;
    }
}
