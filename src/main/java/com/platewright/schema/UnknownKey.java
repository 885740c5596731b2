// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.yaml.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What to say about a key that the schema does not know. */
final class UnknownKey {
    private UnknownKey() {}

    static String sentence(Schema schema, JsonNode map, String path, String name) {
        String unknown = "unknown key " + path;
        JsonNode instead = schema.resolve(map).path("x-instead").path(name);
        if (instead.isTextual()) {
            return unknown + "; " + instead.asText();
        }
        String parent = path.substring(0, path.length() - name.length());
        Collection<String> siblings = schema.properties(map).keySet();
        Optional<String> near = Nearest.to(name, siblings);
        if (near.isPresent()) {
            return unknown + "; did you mean " + parent + near.get() + "?";
        }
        List<String> elsewhere = schema.paths().stream()
                .filter(known -> known.endsWith("." + name))
                .toList();
        return elsewhere.isEmpty()
                ? unknown + "; known here: " + String.join(", ", siblings)
                : unknown + "; did you mean " + Expectation.choice(elsewhere) + "?";
    }

    /** A question to end a sentence with, or nothing. */
    static String didYouMean(String written, Collection<String> words) {
        return Nearest.to(written, words)
                .map(near -> ". Did you mean " + near + "?")
                .orElse("");
    }
}
