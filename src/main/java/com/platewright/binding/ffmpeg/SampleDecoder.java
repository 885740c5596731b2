// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.SoundFacts;
import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/**
 * Decodes one sound stream to interleaved floats. What the file declares as priming or padding is left out: FFmpeg drops
 * it at the head, and this class, in QuickTime and MP4 files, beyond the length of the edit.
 */
public final class SampleDecoder implements AutoCloseable {
    private final MediaSource source;
    private final StreamDecoder decoder;
    private @Nullable SampleUnpacker unpacker;
    private final long most;
    private int samples;
    private long given;
    private float peak;

    private SampleDecoder(MediaSource source, StreamDecoder decoder) {
        this.source = source;
        this.decoder = decoder;
        boolean edited = source.format().equals("mov");
        this.most = edited ? decoder.stream().announcedSamples().orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
    }

    public static SampleDecoder open(MediaSource source, SourceStream stream) throws IOException {
        return new SampleDecoder(source, StreamDecoder.open(source, stream, 1));
    }

    public SourceStream stream() {
        return decoder.stream();
    }

    public void send(AVPacket packet) throws IOException {
        decoder.send(packet);
    }

    public void drain() throws IOException {
        decoder.drain();
    }

    /**
     * Takes the next block of samples.
     *
     * @return false when the decoder wants another packet, or is empty after {@link #drain}
     */
    public boolean receive() throws IOException {
        if (!decoder.receive()) {
            return false;
        }
        if (unpacker == null) {
            unpacker = SampleUnpacker.of(source.file(), decoder.stream(), decoder.frame());
        }
        samples = (int) Math.min(unpacker.unpack(decoder.frame()), most - given);
        given += samples;
        for (int i = 0; i < samples * stream().channels(); i++) {
            peak = Math.max(peak, Math.abs(unpacker.block()[i]));
        }
        return true;
    }

    /** The samples of the last block, interleaved, from index 0; overwritten by the next. */
    public float[] block() {
        return unpacker == null ? new float[0] : unpacker.block();
    }

    /** How many samples per channel the last block holds. */
    public int samples() {
        return samples;
    }

    /** What was found so far: all there is once {@link #drain} and {@link #receive} have emptied the decoder. */
    public SoundFacts facts() {
        return new SoundFacts(
                stream().codec(),
                stream().sampleRate(),
                stream().channels(),
                decoder.bitsPerSample(),
                given,
                stream().metadata("language").orElse("und"),
                peak);
    }

    @Override
    public void close() {
        if (unpacker != null) {
            unpacker.close();
        }
        decoder.close();
    }
}
