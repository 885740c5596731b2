// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import java.util.Arrays;

/** The target's stretch of time: takes the sound as it comes and keeps what falls inside, rounded to 24 bits. */
final class Window implements SoundSink {
    private static final float FULL_SCALE = 1 << 23;

    private final SoundTarget target;
    private final int channels;
    private final float[] kept;
    private long position;
    private long clipped;

    Window(SoundTarget target, int channels) {
        this.target = target;
        this.channels = channels;
        this.position = target.offsetSamples();
        this.kept = new float[Math.toIntExact(Math.multiplyExact(target.samples(), channels))];
    }

    @Override
    public void accept(float[] interleaved, int samples) {
        int from = (int) Math.min(samples, Math.max(0, -position));
        int to = (int) Math.min(samples, Math.max(from, target.samples() - position));
        int at = (int) ((position + from) * channels);
        for (int i = from * channels; i < to * channels; i++) {
            kept[at++] = rounded(interleaved[i]);
        }
        position += samples;
    }

    private float rounded(float sample) {
        if (Math.abs(sample) > 1f) {
            clipped++;
        }
        float scaled = (float) Math.rint(sample * FULL_SCALE);
        return Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, scaled)) / FULL_SCALE;
    }

    /** The finished window of a sound of {@code held} samples; a resampler's ringing after its end is silenced. */
    Sound sound(long held) {
        long end = Math.min(Math.max(target.offsetSamples() + held, 0), target.samples());
        Arrays.fill(kept, (int) (end * channels), kept.length, 0f);
        return Sound.owning(target.sampleRate(), channels, kept);
    }

    long clipped() {
        return clipped;
    }
}
