// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one shot wants. Exactly one of {@code generate} and {@code clip} is there.
 *
 * @param show a name or a path, as written
 * @param clip a clip that exists already ({@code import:} in the file)
 */
public record Request(
        String show,
        String sequence,
        String shot,
        Optional<Generate> generate,
        @JsonProperty("import") Optional<Clip> clip,
        List<Audio> audio,
        Provenance provenance) {
    public Request {
        if (generate.isPresent() == clip.isPresent()) {
            throw new IllegalArgumentException("a request either generates or imports");
        }
        audio = List.copyOf(audio);
    }

    /**
     * A clip that exists already: no provider, no spend.
     *
     * @param exr a zip archive or a folder of OpenEXR frames, or a single frame
     * @param movie the movie that came with the frames, or alone
     */
    public record Clip(Optional<Path> exr, Optional<Path> movie) {}

    /**
     * A sound file, one track of the deliverables.
     *
     * @param track the track's name
     * @param language ISO 639-2, {@code und} where it is not said
     * @param offset when the sound starts, in seconds after the first frame; before it where negative
     */
    public record Audio(Path file, String track, String language, double offset) {}

    /**
     * What the pictures are for.
     *
     * @param approvalRef where the approval is written down; there for {@link Usage#FINAL}
     */
    public record Provenance(Usage usage, Optional<String> approvalRef) {}

    /** Whether the pictures are a stand-in for the cut, or go on the screen. */
    public enum Usage {
        TEMP,
        FINAL
    }
}
