// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.plan.Planner;
import com.platewright.plan.Prices;
import com.platewright.show.Shows;
import java.nio.file.Path;

/** The installation that this program belongs to: where its shows are. */
final class Home {
    private static final String PROPERTY = "platewright.home";

    private Home() {}

    /** The folder of shows: of the installation, or named by PLATEWRIGHT_CONFIGS. */
    static Path configs(Console console) {
        String named = console.environment().getOrDefault("PLATEWRIGHT_CONFIGS", "");
        return named.isBlank()
                ? Path.of(System.getProperty(PROPERTY, "."), "pipeline-configs")
                        .toAbsolutePath()
                        .normalize()
                : Path.of(named).toAbsolutePath().normalize();
    }

    static Shows shows(Console console) {
        return Shows.open(configs(console), console.environment());
    }

    static Planner planner(Console console) {
        return new Planner(shows(console), Prices.builtIn());
    }
}
