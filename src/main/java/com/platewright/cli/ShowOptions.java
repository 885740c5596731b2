// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.show.ConfigException;
import com.platewright.show.ShowConfig;
import com.platewright.show.Shows;
import com.platewright.yaml.Where;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What commands understand that look at a show without a request. Filled by picocli. */
final class ShowOptions {
    @Option(names = "--show", paramLabel = "FILE|NAME", description = "The show it is about. Default: the defaults.")
    Optional<String> show = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any configuration key. Repeatable.")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--json", description = "One JSON object as the last line of stdout.")
    boolean json;

    /** The show that is named, or the defaults, under what is set here and {@code more}, which comes last. */
    ShowConfig config(Console console, Map<String, String> more) throws ConfigException {
        Map<String, String> all = new LinkedHashMap<>(set);
        all.putAll(more);
        Shows shows = Home.shows(console);
        return (show.isPresent() ? shows.load(show.get(), Where.option("--show"), all) : shows.defaults(all)).config();
    }
}
