// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.files.Digest;
import com.platewright.files.FolderTree;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames become plates while the rest of their archive is still coming, and count once all of it is proved. */
class EarlyDeliveryTest extends HouseTest {
    /** Frames of known size, 125 kB each, so that a slow provider needs 1.5 s for them. */
    private static final String LARGE = "exr: {compression: none}";

    private static final String SLOWLY = "{on: download, file: zip, do: {rate: 500000}}";

    private FileTime changed(String name) throws Exception {
        return Files.getLastModifiedTime(house.find(name));
    }

    private String digest(String name) throws Exception {
        return Digest.of(house.find(name)).hex();
    }

    @Test
    void theFirstPlateIsThereBeforeTheLastFrameHasCome() throws Exception {
        house.faults(LARGE, SLOWLY);
        house.run("run", "--only", "plate,review").exits(0);
        assertThat(changed("sh0010_genplate_v001.1001.exr")).isLessThan(changed("r1-frames-1.zip"));
        assertThat(house.versions()).containsExactly("v001");
        assertThat(house.charges()).hasSize(1);
    }

    @Test
    void itsFilesAreThoseOfADeliveryFromTheWholeArchive() throws Exception {
        house.faults(LARGE, SLOWLY);
        house.run("run", "--only", "plate,review").exits(0);
        String plate = digest("sh0010_genplate_v001.1004.exr");
        String review = digest("sh0010_genplate_v001_review.mp4");
        FolderTree.delete(house.version("v001"));
        house.run("run", "--only", "plate,review").exits(0);
        assertThat(digest("sh0010_genplate_v001.1004.exr")).isEqualTo(plate);
        assertThat(digest("sh0010_genplate_v001_review.mp4")).isEqualTo(review);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the connection breaks off | {on: download, file: zip, times: 1, do: {truncate: 0.6}}",
                "it begins anew, from another server | {on: download, file: zip, times: 1, do: {truncate: 0.6}}, {on: download, file: zip, do: {etag: changing}}",
                "a bit is turned over on the way | {on: download, file: zip, times: 1, do: {corrupt: 0.5}}"
            })
    void whateverHappensOnTheWayTheVersionIsWhole(String what, String rule) throws Exception {
        house.faults(
                LARGE,
                Stream.concat(Stream.of(rule.split(", (?=\\{on)")), Stream.of(SLOWLY))
                        .toArray(String[]::new));
        house.run("run", "--only", "plate").exits(0);
        assertThat(house.versions()).as(what).containsExactly("v001");
        assertThat(house.charges()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "movie_frames: 5 | count.movie",
                "movie_frames: 8 | count.movie",
                "zip: {damage: {missing: 3}} | sequence.gaps"
            })
    void aWrongGuessOfTheCountLeavesTheFindingWhatItIs(String quirk, String check) throws Exception {
        house.faults(LARGE + ", " + quirk, SLOWLY);
        PostHouse.Ended ended = house.run("run", "--only", "plate").exits(40);
        assertThat(ended.problems()).contains(check + ": ");
        assertThat(house.versions()).isEmpty();
    }

    @Test
    void aDownloadThatFailsLeavesNothingOfItBehind() throws Exception {
        house.faults(LARGE, "{on: download, file: zip, do: {truncate: 0.5}}");
        house.run("run", "--only", "plate", "--set", "transfer.attempts=1").exits(75);
        try (var left = Files.walk(house.element())) {
            assertThat(left.filter(p -> p.toString().endsWith(".exr"))).isEmpty();
        }
        house.faults(LARGE);
        house.run("run", "--only", "plate").exits(0);
        assertThat(house.charges()).hasSize(1);
    }
}
