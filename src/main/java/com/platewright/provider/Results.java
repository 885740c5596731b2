// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a task has brought so far.
 *
 * @param renditions in the order of arrival, each once
 * @param failures renditions that were asked for and failed
 * @param evidence the answers that said so, as JSON without keys and without the query part of any address
 */
public record Results(List<Rendition> renditions, List<ProviderError> failures, List<String> evidence) {
    public static final Results NONE = new Results(List.of(), List.of(), List.of());

    /**
     * A movie and what belongs to it.
     *
     * @param uuid the service's name of the movie
     * @param cost in US dollars; empty when the service says nothing or 0, which is not a price
     */
    public record Rendition(String uuid, List<File> files, Optional<BigDecimal> cost) {
        public Rendition {
            files = List.copyOf(files);
        }

        public boolean has(Kind kind) {
            return files.stream().anyMatch(file -> file.kind() == kind);
        }
    }

    /** What the service claims a file to be. What it is shows when it has been fetched. */
    public enum Kind {
        VIDEO,
        EXR,
        OTHER
    }

    /**
     * A file to fetch, and soon: addresses expire.
     *
     * @param type the service's word, such as {@code exr}
     * @param url may carry a signature in its query, which makes it a secret
     * @param uuid the service's name of the file, empty where it has none
     */
    public record File(Kind kind, String type, URI url, String uuid) {
        @Override
        public String toString() {
            return kind + " " + type + " " + url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
        }
    }

    public Results {
        renditions = List.copyOf(renditions);
        failures = List.copyOf(failures);
        evidence = List.copyOf(evidence);
    }

    /** All files of all renditions. */
    public List<File> files() {
        return renditions.stream().flatMap(r -> r.files().stream()).toList();
    }

    /** The sum, known only if every rendition's cost is. */
    public Optional<BigDecimal> cost() {
        if (renditions.isEmpty() || renditions.stream().anyMatch(r -> r.cost().isEmpty())) {
            return Optional.empty();
        }
        return renditions.stream().flatMap(r -> r.cost().stream()).reduce(BigDecimal::add);
    }

    /** These and later ones. The later wording of a rendition replaces the earlier one; of failures the later count. */
    Results plus(Results later) {
        Map<String, Rendition> all = new LinkedHashMap<>();
        renditions.forEach(r -> all.put(r.uuid(), r));
        later.renditions.forEach(r -> all.merge(r.uuid(), r, Results::fuller));
        List<String> said = Stream.concat(evidence.stream(), later.evidence.stream())
                .distinct()
                .toList();
        return new Results(new ArrayList<>(all.values()), later.failures, said);
    }

    private static Rendition fuller(Rendition earlier, Rendition later) {
        return later.files().size() >= earlier.files().size() ? later : earlier;
    }
}
