// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor makes of the files that we ship: it finds their schema, and no fault in them. */
class EditorsTest {
    private static final Pattern MODELINE = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)");

    static List<Path> shipped() throws IOException {
        try (Stream<Path> shows = Files.list(Path.of("pipeline-configs"));
                Stream<Path> samples = Files.walk(Path.of("samples"))) {
            return Stream.concat(shows, samples)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedFileIsValidByTheSchemaThatItNames(Path file) throws IOException {
        String text = Files.readString(file);
        Matcher modeline = MODELINE.matcher(text);
        assertThat(modeline.lookingAt()).as("the first line names the schema").isTrue();
        String schema = Files.readString(file.resolveSibling(modeline.group(1)));
        JsonNode yaml = new ObjectMapper(new YAMLFactory()).readTree(text);
        List<Error> faults = Networknt.layer(schema).validate(yaml);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema/show.schema.json", "schema/request.schema.json"})
    void everySchemaIsASchema(String schema) throws IOException {
        JsonNode document = Records.readTree(Resource.text(schema));
        List<Error> faults = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(document);
        assertThat(faults).isEmpty();
    }
}
