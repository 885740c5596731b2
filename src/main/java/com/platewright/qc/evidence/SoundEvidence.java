// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.evidence;

import com.platewright.media.SoundFacts;
import java.util.Optional;

/**
 * A sound file: one that was supplied, with what was done to fit it; or one that was written, with what was asked.
 *
 * @param name of the track or deliverable, such as {@code mix}
 * @param file as a person finds it
 * @param found empty where it was not or could not be decoded
 */
public record SoundEvidence(
        String name, String file, Optional<TrackAsked> asked, Optional<SoundFacts> found, Optional<Conform> conform) {

    /**
     * What was done to a supplied sound so that it fits the picture, in samples at {@code sampleRate}.
     *
     * @param sampleRate of the result, in Hz
     * @param resampledFrom the rate it had, where that was another
     * @param offset silence put before it, or, below zero, sound cut off its start, as the request says
     * @param padded silence added at the end
     * @param trimmed sound cut off at the end
     */
    public record Conform(int sampleRate, Optional<Integer> resampledFrom, long offset, long padded, long trimmed) {
        public Conform {
            if (sampleRate <= 0 || padded < 0 || trimmed < 0) {
                throw new IllegalArgumentException("sound is fitted at a positive rate, by samples added or cut, not "
                        + sampleRate + " Hz, " + padded + " and " + trimmed);
            }
        }
    }

    public static SoundEvidence supplied(String name, String file, Optional<SoundFacts> found, Conform conform) {
        return new SoundEvidence(name, file, Optional.empty(), found, Optional.of(conform));
    }

    /** A sound that was handed over to be examined, and of which nobody says what it ought to be. */
    public static SoundEvidence examined(String file, Optional<SoundFacts> found) {
        return new SoundEvidence(file, file, Optional.empty(), found, Optional.empty());
    }

    public static SoundEvidence written(String name, String file, TrackAsked asked, Optional<SoundFacts> found) {
        return new SoundEvidence(name, file, Optional.of(asked), found, Optional.empty());
    }
}
