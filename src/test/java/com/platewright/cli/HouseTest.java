// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What begins in an empty house of its own, with a provider that has sold nothing yet. */
abstract class HouseTest {
    @TempDir
    Path folder;

    PostHouse house;

    @BeforeEach
    final void openTheHouse() throws Exception {
        house = new PostHouse(folder);
    }

    @AfterEach
    final void closeTheHouse() {
        house.close();
    }
}
