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
import java.util.TreeMap;
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
                colour(plan),
                show.audio(),
                plan.sound().stream().map(Recipe::sound).toList(),
                plan.deliverables());
    }

    /** What is said of movies counts for clips that come as movies alone. */
    private static Map<String, String> colour(ShotPlan plan) {
        ShowConfig.Colour colour = plan.show().colour();
        Map<String, String> parts = new TreeMap<>(Map.of(
                "config", plan.colourConfig().hex(),
                "source", plan.sourceSpace(),
                "plate", colour.plate(),
                "display", colour.display(),
                "view", colour.view(),
                "precision", colour.viewPrecision().name(),
                "tags", colour.tags().colourTags().toString()));
        if (plan.comesAsMovie()) {
            parts.put("movie_view", colour.movie().view());
            parts.put("movie_hdr_view", colour.movie().hdrView().orElse(colour.view()));
            parts.put("untagged", colour.movie().untagged().colourTags().toString());
        }
        return parts;
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
