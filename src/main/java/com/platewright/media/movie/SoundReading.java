// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.SampleDecoder;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.media.SoundFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Counts and measures every sound track of a movie as its packets come. */
final class SoundReading implements AutoCloseable {
    private final List<SampleDecoder> tracks = new ArrayList<>();

    private SoundReading() {}

    static SoundReading open(MediaSource source) throws IOException {
        SoundReading reading = new SoundReading();
        try {
            for (SourceStream stream : source.sound()) {
                reading.tracks.add(SampleDecoder.open(source, stream));
            }
            return reading;
        } catch (IOException | RuntimeException | Error e) {
            reading.close();
            throw e;
        }
    }

    void offer(AVPacket packet) throws IOException {
        for (SampleDecoder track : tracks) {
            if (packet.stream_index() == track.stream().index()) {
                track.send(packet);
                receive(track);
            }
        }
    }

    void drain() throws IOException {
        for (SampleDecoder track : tracks) {
            track.drain();
            receive(track);
        }
    }

    /** The decoder counts and measures; the samples themselves are not needed here. */
    private static void receive(SampleDecoder track) throws IOException {
        while (track.receive()) {}
    }

    /** One per track, in the order of the file. */
    List<SoundFacts> facts() {
        return tracks.stream().map(SampleDecoder::facts).toList();
    }

    @Override
    public void close() {
        tracks.forEach(SampleDecoder::close);
    }
}
