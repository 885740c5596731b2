// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.binding.ffmpeg.MediaSource;
import com.platewright.binding.ffmpeg.SampleDecoder;
import com.platewright.binding.ffmpeg.SourceStream;
import com.platewright.media.MediaException;
import com.platewright.media.SoundFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;

/** The first sound stream of a file, decoded once from its first sample to its last. */
final class SoundSource implements AutoCloseable {
    /** The formats whose announced length is a count, not an estimate. */
    private static final Set<String> COUNTED = Set.of("wav", "aiff", "flac");

    private final MediaSource source;
    private final SampleDecoder decoder;

    private SoundSource(MediaSource source, SampleDecoder decoder) {
        this.source = source;
        this.decoder = decoder;
    }

    static SoundSource open(Path file) throws IOException {
        WaveClaim.check(file);
        MediaSource source = MediaSource.open(file);
        try {
            List<SourceStream> streams = source.sound();
            if (streams.isEmpty()) {
                throw new MediaException(file + ": holds no sound; name a WAV, AIFF, FLAC, MP3 or M4A file, or a movie"
                        + " with a sound track");
            }
            return new SoundSource(source, SampleDecoder.open(source, streams.get(0)));
        } catch (IOException | RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    int sampleRate() {
        return decoder.stream().sampleRate();
    }

    int channels() {
        return decoder.stream().channels();
    }

    /**
     * Gives every block to the sink.
     *
     * @throws MediaException where the file does not decode, or ends before the length that its header claims
     */
    SoundFacts drain(SoundSink sink) throws IOException {
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            while (source.read(packet)) {
                if (packet.stream_index() == decoder.stream().index()) {
                    decoder.send(packet);
                    give(sink);
                }
            }
            decoder.drain();
            give(sink);
        } finally {
            avcodec.av_packet_free(packet);
        }
        SoundFacts facts = decoder.facts();
        checkWhole(facts.samples());
        return facts;
    }

    private void give(SoundSink sink) throws IOException {
        while (decoder.receive()) {
            sink.accept(decoder.block(), decoder.samples());
        }
    }

    private void checkWhole(long found) throws MediaException {
        Optional<Long> announced = decoder.stream().announcedSamples();
        if (COUNTED.contains(source.format()) && announced.isPresent() && found < announced.get()) {
            throw new MediaException(source.file() + ": is cut short: its header claims " + announced.get()
                    + " samples, " + found + " are there; copy or export it again");
        }
        if (found == 0) {
            throw new MediaException(source.file() + ": its sound stream holds not one sample");
        }
    }

    @Override
    public void close() {
        decoder.close();
        source.close();
    }
}
