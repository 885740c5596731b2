// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.binding.ffmpeg.RateConverter;
import com.platewright.media.MediaException;
import com.platewright.media.SoundFacts;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes a sound file fit a picture, to the sample: brought to the target's rate, moved by the offset, padded with
 * silence or trimmed, rounded to 24 bits. At the target's rate a file of up to 24 bits passes bit for bit.
 *
 * <p>The file is decoded from end to end, so that damage anywhere in it is found, but only the part that is used is
 * held in memory.
 */
public final class SoundConform {
    private SoundConform() {}

    /**
     * Reads a file and fits its first sound stream to the target.
     *
     * @throws MediaException when the file holds no sound, is damaged or shorter than its header claims
     * @throws IOException when the disk refuses
     */
    public static ConformedSound conform(Path file, SoundTarget target) throws IOException {
        try (SoundSource source = SoundSource.open(file)) {
            int fromRate = source.sampleRate();
            Window window = new Window(target, source.channels());
            SoundFacts facts = fromRate == target.sampleRate()
                    ? source.drain(window)
                    : resample(file, source, target.sampleRate(), window);
            long held = scaled(facts.samples(), fromRate, target.sampleRate());
            return new ConformedSound(
                    window.sound(held), facts, Conformed.of(fromRate, target, held, window.clipped()));
        }
    }

    private static SoundFacts resample(Path file, SoundSource source, int toRate, Window window) throws IOException {
        try (RateConverter converter = RateConverter.of(file, source.channels(), source.sampleRate(), toRate)) {
            SoundFacts facts = source.drain((block, samples) -> {
                int ready = converter.convert(block, samples);
                window.accept(converter.block(), ready);
            });
            int rest = converter.drain();
            window.accept(converter.block(), rest);
            return facts;
        }
    }

    /** How many samples a sound has at another rate: the nearest count to its length in time. */
    static long scaled(long samples, int fromRate, int toRate) {
        return (2 * samples * toRate + fromRate) / (2L * fromRate);
    }
}
