// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.binding.ffmpeg.SampleDecoder;
import com.platewright.media.SoundFacts;

/** Counts samples and finds the largest, block by block. */
public final class SoundMeter {
    private long samples;
    private float peak;

    /** Takes {@code count} samples of every channel, interleaved from index 0. */
    public void accept(float[] interleaved, int count, int channels) {
        for (int i = 0; i < count * channels; i++) {
            peak = Math.max(peak, Math.abs(interleaved[i]));
        }
        samples += count;
    }

    /** Samples per channel so far. */
    public long samples() {
        return samples;
    }

    /** What is known once the decoder has given its last block. */
    public SoundFacts facts(SampleDecoder decoder) {
        return new SoundFacts(
                decoder.stream().codec(),
                decoder.stream().sampleRate(),
                decoder.stream().channels(),
                decoder.bitsPerSample(),
                samples,
                decoder.stream().metadata("language").orElse("und"),
                peak);
    }
}
