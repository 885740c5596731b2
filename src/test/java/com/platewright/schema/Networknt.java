// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;

/** Our schemas as a well-known validator reads them. */
final class Networknt {
    private Networknt() {}

    /** For a single layer, as an editor sees it: our own words count for nothing. */
    static Schema layer(String schema) throws IOException {
        JsonNode standard = Records.readTree(schema);
        strip(standard);
        return load(standard);
    }

    /** For all layers together: what has to be there then is {@code required}. */
    static Schema complete(String schema) throws IOException {
        JsonNode standard = Records.readTree(schema.replace("\"x-required\"", "\"required\""));
        strip(standard);
        return load(standard);
    }

    private static Schema load(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON);
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode map) {
            map.remove(List.of("x-instead", "x-required", "patternErrorMessage"));
        }
        node.forEach(Networknt::strip);
    }
}
