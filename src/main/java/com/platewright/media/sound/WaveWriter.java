// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.sound;

import com.platewright.binding.ffmpeg.MediaSink;
import com.platewright.binding.ffmpeg.SampleEncoder;
import com.platewright.media.EncodeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Writes 24-bit PCM as Broadcast WAV, or as RF64 (EBU Tech 3306) where 4 GB do not hold it. */
public final class WaveWriter {
    private WaveWriter() {}

    /**
     * Writes a sound whole; a file that could not be finished is deleted. The same sound gives the same bytes.
     *
     * @throws EncodeException when the sound cannot be written so
     * @throws IOException when the disk refuses
     */
    public static void write(Path file, Sound sound, BroadcastExtension extension) throws IOException {
        try (MediaSink sink = MediaSink.create(file, "wav", Map.of("write_bext", "1", "rf64", "auto"));
                SampleEncoder encoder =
                        SampleEncoder.open(sink, "pcm_s24le", sound.sampleRate(), sound.channels(), 0, Map.of())) {
            sink.begin(Map.of(
                    "description", extension.description(),
                    "originator", extension.originator(),
                    "time_reference", Long.toString(extension.timeReference())));
            float[] block = new float[encoder.blockSamples() * sound.channels()];
            for (int first = 0; first < sound.samples(); first += encoder.blockSamples()) {
                int count = Math.min(encoder.blockSamples(), sound.samples() - first);
                sound.copy(first, count, block);
                encoder.encode(block, count);
            }
            encoder.drain();
            sink.finish();
        }
    }
}
