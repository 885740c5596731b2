// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
    @TempDir
    Path folder;

    @Test
    void figureIsThatOfDf() throws Exception {
        String[] lines = DebianTool.run(folder, "df", "-B1", "--output=avail", ".")
                .strip()
                .split("\n", -1);
        long expected = Long.parseLong(lines[1].strip());
        assertThat(FreeSpace.of(folder)).isBetween(expected - 1_000_000_000, expected + 1_000_000_000);
        assertThat(FreeSpace.of(folder.resolve("not/made/yet"))).isPositive();
    }

    @Test
    void enoughRoomIsSilent() throws Exception {
        FreeSpace.require(folder.resolve("sq010/sh0010"), 1, "one byte");
    }

    @Test
    void tooLittleRoomIsASentenceWithBothFigures() {
        assertThatThrownBy(() -> FreeSpace.require(folder, Long.MAX_VALUE, "121 plates"))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.trouble()).isEqualTo(StorageException.Trouble.FULL))
                .hasMessageContaining("GB are free and 9,223,372,036.85 GB are needed for 121 plates");
    }
}
