// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.platewright.Golden;
import com.platewright.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file under {@code wrong} holds one shape of mistake; the text beside it is all that a person is told. */
class WrongRequestTest {
    static List<Path> wrong() throws IOException {
        return Golden.files(Golden.folder("request/wrong"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void everyMistakeIsSaidWithItsPlaceAndRemedy(Path original, @TempDir Path folder) throws IOException {
        Path file = Files.copy(original, folder.resolve(original.getFileName()));
        Files.createDirectories(folder.resolve("folder"));
        Files.writeString(folder.resolve("folder/f.1001.exr"), "a frame");
        for (String name : List.of("picture.png", "frames.zip", "sound.wav")) {
            Files.writeString(folder.resolve(name), "content");
        }
        Files.createFile(folder.resolve("empty.wav"));
        RequestException said = catchThrowableOfType(
                RequestException.class, () -> Requests.read(file).settle(List.of()));
        Golden.compare(original, folder, Problem.lines(said.problems()));
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Requests.read(Path.of("no/such/shot.yaml")))
                .isInstanceOf(RequestException.class)
                .hasMessage("no/such/shot.yaml: there is no such file");
    }

    @Test
    void aFolderIsNoRequest(@TempDir Path folder) {
        assertThatThrownBy(() -> Requests.read(folder))
                .isInstanceOf(RequestException.class)
                .hasMessage(folder + ": this file cannot be read: this is a folder");
    }
}
