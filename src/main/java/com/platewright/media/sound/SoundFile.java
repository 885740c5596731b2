// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads whole sound files: WAV, BWF, AIFF, FLAC, MP3, AAC and whatever else FFmpeg decodes. */
public final class SoundFile {
    /** A longer file belongs through {@link SoundConform}, which keeps only what the picture needs. */
    private static final int MOST_VALUES = 1 << 26;

    private SoundFile() {}

    /**
     * The first sound stream of a file, unchanged but for the form of its samples.
     *
     * @throws MediaException when there is none, it is damaged, shorter than its header claims, or holds more than 67
     *     million values (11 minutes of stereo at 48 kHz)
     * @throws IOException when the disk refuses
     */
    public static Sound read(Path file) throws IOException {
        try (SoundSource source = SoundSource.open(file)) {
            Store store = new Store(file, source.channels());
            source.drain(store);
            return Sound.owning(source.sampleRate(), source.channels(), Arrays.copyOf(store.values, store.count));
        }
    }

    private static final class Store implements SoundSink {
        private final Path file;
        private final int channels;
        private float[] values = new float[1 << 16];
        private int count;

        Store(Path file, int channels) {
            this.file = file;
            this.channels = channels;
        }

        @Override
        public void accept(float[] interleaved, int samples) throws MediaException {
            int more = samples * channels;
            if (more > MOST_VALUES - count) {
                throw new MediaException(file + ": is too long to be read at once; cut it to the shot");
            }
            if (count + more > values.length) {
                values = Arrays.copyOf(values, Math.min(MOST_VALUES, Math.max(2 * values.length, count + more)));
            }
            System.arraycopy(interleaved, 0, values, count, more);
            count += more;
        }
    }
}
