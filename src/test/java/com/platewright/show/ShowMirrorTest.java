// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.schema.SchemaMirror;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schema, records and {@code defaults.yaml} are three views of one list of keys. */
class ShowMirrorTest {
    private static Set<String> schemaKeys() {
        return SchemaMirror.keys(Shows.schema()).stream()
                .filter(key -> !key.startsWith("checks.") && !key.startsWith("rules."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyKeyOfTheSchemaIsAComponentOfARecordAndBack() {
        assertThat(SchemaMirror.components(ShowConfig.class)).isEqualTo(schemaKeys());
    }

    @Test
    void everyKeyHasADescription() {
        assertThat(SchemaMirror.undescribed(Shows.schema())).isEmpty();
    }

    @Test
    void everyKeyStandsInDefaultsYamlAndHasTheSchemasDefaultThere(@TempDir Path folder) throws Exception {
        JsonNode config = ConfigFolder.in(folder).open().defaults(Map.of()).explainJson();
        JsonNode origins = config.path("origins");
        for (String one : SchemaMirror.defaults(Shows.schema())) {
            String key = one.substring(0, one.indexOf('='));
            if (!key.startsWith("deliverables.") && !key.startsWith("presets.")) {
                assertThat(origins.path(key).asText()).as(key).contains("defaults.yaml:");
                assertThat(value(config.path("config"), key)).as(key).isEqualTo(one.substring(one.indexOf('=') + 1));
            }
        }
    }

    private static String value(JsonNode config, String key) {
        JsonNode at = config;
        for (String part : key.matches("(checks|rules)\\..*") ? key.split("\\.", 2) : key.split("\\.")) {
            at = at.path(part);
        }
        // The root that is null in the file is the folder of shows once it is loaded.
        return key.equals("paths.root") ? "null" : at.toString();
    }

    @Test
    void everyKindOfDeliverableStandsInDefaultsYamlWithEveryKey(@TempDir Path folder) throws Exception {
        LoadedShow defaults = ConfigFolder.in(folder).open().defaults(Map.of());
        Set<String> written = new TreeSet<>();
        defaults.explainJson().path("origins").properties().stream()
                .filter(origin -> origin.getKey().startsWith("deliverables."))
                .filter(origin -> !origin.getValue().asText().equals("built in"))
                .forEach(origin -> written.add(origin.getKey().replaceFirst("^deliverables\\.[^.]+\\.", "")));
        Set<String> known = schemaKeys().stream()
                .filter(key -> key.startsWith("deliverables.<name>."))
                .map(key -> key.substring("deliverables.<name>.".length()))
                .filter(key -> !Set.of("options", "sound", "burn_in").contains(key))
                .filter(key -> !key.matches("burn_in\\.(top_centre|top_right|bottom_centre)"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).containsAll(known);
    }
}
