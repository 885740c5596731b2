// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.media.MediaException;
import com.platewright.media.SoundFacts;
import java.io.IOException;
import java.nio.file.Path;

/** Looks at a sound file by decoding all of it. */
public final class SoundProbe {
    private SoundProbe() {}

    /**
     * What the first sound stream of a file holds.
     *
     * @throws MediaException when there is none, or it does not decode to its end
     * @throws IOException when the disk refuses
     */
    public static SoundFacts probe(Path file) throws IOException {
        try (SoundSource source = SoundSource.open(file)) {
            return source.drain((block, samples) -> {});
        }
    }
}
