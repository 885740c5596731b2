// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import com.platewright.shot.TimeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A movie as wanted.
 *
 * @param start time code of the first picture
 * @param sound tracks in their order; may be none
 * @param metadata of the file by FFmpeg's names, such as {@code title} and {@code comment}, or reverse-domain names of
 *     one's own, such as {@code com.example.task}
 */
public record MovieSpec(
        Resolution size,
        FrameRate rate,
        PictureCoding picture,
        Optional<TimeCode> start,
        List<SoundTrack> sound,
        Map<String, String> metadata) {
    public MovieSpec {
        sound = List.copyOf(sound);
        metadata = Map.copyOf(metadata);
    }
}
