// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.binding.ffmpeg.StreamDecoder;
import com.platewright.media.MediaException;
import com.platewright.media.MovieFacts;
import com.platewright.media.SoundFacts;
import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;

/** Looks at a movie by decoding every frame and every sample of it. */
public final class MovieProbe {
    private static final Pattern NON_DROP = Pattern.compile("([01]\\d|2[0-3])(:[0-5]\\d){2}:\\d{2}");

    private MovieProbe() {}

    /**
     * Whether a file holds moving pictures, by its container alone.
     *
     * @throws MediaException when it is no media file
     * @throws IOException when the disk refuses
     */
    public static boolean hasPicture(Path file) throws IOException {
        try (MediaSource source = MediaSource.open(file)) {
            return source.picture().isPresent();
        }
    }

    /** As {@link #probe(Path, int)}, with all cores. */
    public static MovieFacts probe(Path file) throws IOException {
        return probe(file, 0);
    }

    /**
     * What a movie holds. A QuickTime file says no signal range in its container, since its {@code colr} has no place
     * for one; drop-frame time code is not read.
     *
     * @param threads for decoding; 0 means one per core
     * @throws MediaException when the file is no movie, is cut short, or any frame or sample of it does not decode
     * @throws IOException when the disk refuses
     */
    public static MovieFacts probe(Path file, int threads) throws IOException {
        try (MediaSource source = MediaSource.open(file)) {
            SourceStream picture =
                    source.picture().orElseThrow(() -> new MediaException(file + ": holds no moving picture"));
            try (PictureReading pictures = PictureReading.open(source, picture, threads);
                    SoundReading sound = SoundReading.open(source)) {
                read(source, pictures, sound);
                return facts(source, pictures, sound.facts());
            }
        }
    }

    private static void read(MediaSource source, PictureReading pictures, SoundReading sound) throws IOException {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (source.read(packet)) {
                pictures.offer(packet);
                sound.offer(packet);
            }
        } finally {
            avcodec.av_packet_free(packet);
        }
        pictures.drain();
        sound.drain();
    }

    private static MovieFacts facts(MediaSource source, PictureReading pictures, List<SoundFacts> sound)
            throws MediaException {
        StreamDecoder decoder = pictures.decoder();
        SourceStream stream = decoder.stream();
        return new MovieFacts(
                source.format(),
                stream.codec(),
                stream.codecTag(),
                decoder.profile(),
                pictures.pixelFormat(),
                pictures.size(),
                rate(source.file(), stream),
                pictures.frames(),
                stream.containerColour().tags(),
                pictures.tags(),
                timeCode(source, stream),
                pictures.levels(),
                sound);
    }

    private static FrameRate rate(Path file, SourceStream stream) throws MediaException {
        long[] rate = stream.averageRate();
        if (rate[0] <= 0 || rate[1] <= 0) {
            throw new MediaException(file + ": says no frame rate");
        }
        return new FrameRate((int) rate[0], (int) rate[1]);
    }

    private static Optional<TimeCode> timeCode(MediaSource source, SourceStream picture) {
        return picture.metadata("timecode")
                .or(() -> source.metadata("timecode"))
                .filter(text -> NON_DROP.matcher(text).matches())
                .map(TimeCode::parse);
    }
}
