// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.media.MediaException;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * How large and how long a movie is by its container alone; what it truly holds is known after it was decoded.
 *
 * @param seconds empty where the container does not say
 * @param rate frames a second on average; empty where the container does not say
 */
public record MovieExtent(Resolution size, OptionalDouble seconds, OptionalDouble rate) {
    /**
     * Reads the head of a movie.
     *
     * @throws MediaException when it is no movie
     * @throws IOException when the disk refuses
     */
    public static MovieExtent of(Path file) throws IOException {
        try (MediaSource source = MediaSource.open(file)) {
            SourceStream picture =
                    source.picture().orElseThrow(() -> new MediaException(file + ": holds no moving picture"));
            if (picture.width() <= 0 || picture.height() <= 0) {
                throw new MediaException(file + ": does not say how large its picture is");
            }
            long[] rate = picture.averageRate();
            return new MovieExtent(
                    new Resolution(picture.width(), picture.height()),
                    picture.announcedSeconds(),
                    rate[0] > 0 && rate[1] > 0
                            ? OptionalDouble.of((double) rate[0] / rate[1])
                            : OptionalDouble.empty());
        }
    }
}
