// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.SampleDecoder;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.media.SoundFacts;
import com.platewright.media.sound.SoundMeter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Counts and measures every sound track of a movie as its packets come. */
final class SoundReading implements AutoCloseable {
    private final List<Track> tracks = new ArrayList<>();

    private record Track(SampleDecoder decoder, SoundMeter meter) {
        void receive() throws IOException {
            while (decoder.receive()) {
                meter.accept(
                        decoder.block(), decoder.samples(), decoder.stream().channels());
            }
        }
    }

    private SoundReading() {}

    static SoundReading open(MediaSource source) throws IOException {
        SoundReading reading = new SoundReading();
        try {
            for (SourceStream stream : source.sound()) {
                reading.tracks.add(new Track(SampleDecoder.open(source, stream), new SoundMeter()));
            }
            return reading;
        } catch (IOException | RuntimeException | Error e) {
            reading.close();
            throw e;
        }
    }

    void offer(AVPacket packet) throws IOException {
        for (Track track : tracks) {
            if (packet.stream_index() == track.decoder().stream().index()) {
                track.decoder().send(packet);
                track.receive();
            }
        }
    }

    void drain() throws IOException {
        for (Track track : tracks) {
            track.decoder().drain();
            track.receive();
        }
    }

    /** One per track, in the order of the file. */
    List<SoundFacts> facts() {
        return tracks.stream()
                .map(track -> track.meter().facts(track.decoder()))
                .toList();
    }

    @Override
    public void close() {
        tracks.forEach(track -> track.decoder().close());
    }
}
