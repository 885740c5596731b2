// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

/** Sound in memory: interleaved floats, full scale 1.0, in the channel order of the file it came from. Immutable. */
public final class Sound {
    private final int sampleRate;
    private final int channels;
    private final float[] interleaved;

    private Sound(int sampleRate, int channels, float[] interleaved) {
        this.sampleRate = sampleRate;
        this.channels = channels;
        this.interleaved = interleaved;
    }

    /**
     * A sound of these samples.
     *
     * @param sampleRate in Hz
     * @param interleaved left, right, left, right…; copied
     */
    public static Sound of(int sampleRate, int channels, float[] interleaved) {
        return owning(sampleRate, channels, interleaved.clone());
    }

    public static Sound silence(int sampleRate, int channels, int samples) {
        return owning(sampleRate, channels, new float[Math.multiplyExact(samples, channels)]);
    }

    /** Takes the array over: whoever calls forgets it. */
    static Sound owning(int sampleRate, int channels, float[] interleaved) {
        if (sampleRate <= 0 || channels <= 0 || interleaved.length % channels != 0) {
            throw new IllegalArgumentException(
                    interleaved.length + " values are no sound of " + channels + " channels at " + sampleRate + " Hz");
        }
        return new Sound(sampleRate, channels, interleaved);
    }

    public int sampleRate() {
        return sampleRate;
    }

    public int channels() {
        return channels;
    }

    /** Samples per channel. */
    public int samples() {
        return interleaved.length / channels;
    }

    public float sample(int index, int channel) {
        return interleaved[index * channels + channel];
    }

    /** Copies {@code count} samples of every channel, from sample {@code first}, to the start of an array. */
    public void copy(int first, int count, float[] into) {
        System.arraycopy(interleaved, first * channels, into, 0, count * channels);
    }
}
