// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.MediaSink;
import com.platewright.binding.ffmpeg.SampleEncoder;
import com.platewright.media.sound.Sound;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Feeds one sound track to its encoder, as far as the pictures have come. */
final class SoundTrackWriter implements AutoCloseable {
    private final Sound sound;
    private final SampleEncoder encoder;
    private final float[] block;
    private int position;

    private SoundTrackWriter(Sound sound, SampleEncoder encoder) {
        this.sound = sound;
        this.encoder = encoder;
        this.block = new float[encoder.blockSamples() * sound.channels()];
    }

    static SoundTrackWriter open(MediaSink sink, SoundTrack track, boolean first) throws IOException {
        Map<String, String> metadata = new HashMap<>(Map.of("language", track.language()));
        if (!track.title().isEmpty()) {
            metadata.put("title", track.title());
        }
        Sound sound = track.sound();
        SampleEncoder encoder = SampleEncoder.open(
                sink, track.codec(), sound.sampleRate(), sound.channels(), track.bitRate(), metadata);
        encoder.disposition(first);
        return new SoundTrackWriter(sound, encoder);
    }

    int sampleRate() {
        return sound.sampleRate();
    }

    /** Encodes whole blocks until at least {@code samples} are encoded, or all there are. */
    void writeUpTo(long samples) throws IOException {
        while (position < samples && position < sound.samples()) {
            int count = Math.min(encoder.blockSamples(), sound.samples() - position);
            sound.copy(position, count, block);
            encoder.encode(block, count);
            position += count;
        }
    }

    void finish() throws IOException {
        writeUpTo(Long.MAX_VALUE);
        encoder.drain();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
