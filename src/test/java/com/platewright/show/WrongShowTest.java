// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.platewright.Golden;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file under {@code wrong} holds one shape of mistake; the text beside it is all that a person is told. */
class WrongShowTest {
    static List<Path> wrong() throws IOException {
        return Golden.files(Golden.folder("show/wrong"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void everyMistakeIsSaidWithItsPlaceAndRemedy(Path original, @TempDir Path folder) throws IOException {
        Shows shows = ConfigFolder.in(folder).open();
        Path file = Files.copy(original, folder.resolve(original.getFileName()));
        ConfigException said = catchThrowableOfType(
                ConfigException.class, () -> shows.load(file.toString(), Where.option("--show"), Map.of()));
        Golden.compare(original, folder, Problem.lines(said.problems()));
    }
}
