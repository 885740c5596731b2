// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceFinderTest {
    @ParameterizedTest
    @CsvSource({
        "frame_0000.exr, frame_#.exr, 0",
        "0001.exr, #.exr, 1",
        "clip.1001.exr, clip.#.exr, 1001",
        "a/sh0010_v003.1001.exr, a/sh0010_v003.#.exr, 1001",
        "clip_0042_beauty.exr, clip_#_beauty.exr, 42",
        "CLIP.7.EXR, CLIP.#.EXR, 7",
        "v2/clip.exr, v2/clip.exr, 0",
        "clip.exr, clip.exr, 0"
    })
    void numberIsTheLastGroupOfDigitsInTheName(String name, String pattern, int number) throws Exception {
        FrameEntries found = find(name);
        assertThat(found.pattern()).isEqualTo(pattern);
        assertThat(found.list().get(0).number()).isEqualTo(number);
    }

    @Test
    void orderIsThatOfNumbersAndNotOfLetters() throws Exception {
        assertThat(find("f10.exr", "f9.exr", "f100.exr", "f1.exr").list())
                .extracting(FrameEntry::number)
                .containsExactly(1, 9, 10, 100);
    }

    @Test
    void gapsAreToldAsRanges() throws Exception {
        FrameEntries found = find("f.1015.exr", "f.1019.exr", "f.1020.exr", "f.1022.exr");
        assertThat(found.missing()).isEqualTo("missing 1016-1018, 1021");
        assertThat(found.range()).hasToString("1015-1022");
        assertThat(find("f.1.exr", "f.2.exr").missing()).isEqualTo("none missing");
    }

    @Test
    void oneNumberInTwoPaddingsIsRefused() {
        assertThatThrownBy(() -> find("f.1.exr", "f.0001.exr", "f.2.exr"))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("frame 1 is there twice, as \"f.1.exr\" and as \"f.0001.exr\"");
    }

    @Test
    void severalSequencesAreListed() {
        assertThatThrownBy(() -> find("a/f.1.exr", "a/f.2.exr", "b/f.1.exr"))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("found 2: \"a/f.#.exr\" (2 frames), \"b/f.#.exr\" (1 frames)");
        assertThatThrownBy(() -> find("f.1.exr", "f.2.EXR")).isInstanceOf(ArchiveException.class);
    }

    @Test
    void numberThatIsNoFrameNumberIsRefused() {
        assertThatThrownBy(() -> find("f.20261122101530.exr"))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("more than 9 digits");
    }

    private static FrameEntries find(String... names) throws ArchiveException {
        List<FrameEntry> entries = Stream.of(names)
                .map(name -> new FrameEntry(0, name, 1, 1, OptionalLong.empty()))
                .toList();
        return SequenceFinder.find(Path.of("clip.zip"), entries);
    }
}
