// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.evidence;

import com.platewright.shot.FrameRange;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of files beside their pictures and sound.
 *
 * @param failures files that could not be decoded from end to end
 */
public record FileEvidence(Optional<Archive> archive, List<Failure> failures) {
    public static final FileEvidence NONE = new FileEvidence(Optional.empty(), List.of());

    public FileEvidence {
        failures = sorted(failures);
    }

    /**
     * A file or entry of an archive that is damaged.
     *
     * @param what a clause that goes on after a colon, such as {@code checksum 1a2b3c4d, expected 5e6f7081}
     */
    public record Failure(String file, String what) {}

    /**
     * What an archive of frames held.
     *
     * @param gaps frame numbers that are missing between its first and last
     * @param ignored entries that are not frames
     */
    public record Archive(String file, List<FrameRange> gaps, List<String> ignored, List<Failure> damaged) {
        public Archive {
            gaps = gaps.stream()
                    .sorted(Comparator.comparingInt(FrameRange::first))
                    .toList();
            ignored = ignored.stream().sorted().toList();
            damaged = sorted(damaged);
        }
    }

    private static List<Failure> sorted(List<Failure> failures) {
        return failures.stream()
                .sorted(Comparator.comparing(Failure::file).thenComparing(Failure::what))
                .toList();
    }
}
