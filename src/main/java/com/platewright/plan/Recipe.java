// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.platewright.files.Digest;
import com.platewright.shot.ShotId;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the pictures and sounds of a version depend on, and nothing else: no paths of this machine, no limits of time, no
 * severities of checks. A change here is a new version; a change elsewhere is not.
 */
record Recipe(
        ShotId shot,
        String task,
        List<String> source,
        ShowConfig.Numbering numbering,
        String frameRate,
        String startTimecode,
        Map<String, String> colour,
        ShowConfig.Audio audio,
        List<Map<String, Object>> sound,
        Map<String, Deliverable> deliverables) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static Recipe of(ShotPlan plan) {
        ShowConfig show = plan.show();
        return new Recipe(
                plan.shot(),
                show.paths().task(),
                source(plan.source()),
                show.numbering(),
                show.timing().frameRate().toString(),
                show.timing().startTimecode().toString(),
                Map.of(
                        "config", plan.colourConfig().hex(),
                        "source", plan.sourceSpace(),
                        "plate", show.colour().plate(),
                        "display", show.colour().display(),
                        "view", show.colour().view(),
                        "precision", show.colour().viewPrecision().name(),
                        "tags", show.colour().tags().colourTags().toString()),
                show.audio(),
                plan.sound().stream().map(Recipe::sound).toList(),
                plan.deliverables());
    }

    private static List<String> source(Source source) {
        if (source instanceof Source.Generated generated) {
            return List.of("generated", generated.digest().hex());
        }
        Source.Imported imported = (Source.Imported) source;
        return Stream.concat(Stream.of("imported"), imported.contents().stream().map(c -> c.role() + " " + c.digest()))
                .toList();
    }

    private static Map<String, Object> sound(SoundOrder order) {
        return Map.of(
                "digest", order.digest().hex(),
                "track", order.track(),
                "language", order.language(),
                "offset", order.offset());
    }

    Digest digest() {
        try {
            return Digest.sha256(MAPPER.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipe is made of plain values", e);
        }
    }
}
