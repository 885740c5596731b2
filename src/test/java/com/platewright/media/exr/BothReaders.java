// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.Binary16;
import com.platewright.media.MediaException;
import com.platewright.media.Oracle;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files of halves, which code of our own decodes, and libOpenEXR where floats are asked for. The two must agree. */
final class BothReaders {
    private static final String NAME = "both.exr";

    private BothReaders() {}

    /** A file of halves that oiiotool paints; {@code more} are its further actions before it writes. */
    static ByteBuffer paint(
            Path folder, String pattern, String compression, int width, int height, int channels, String... more)
            throws Exception {
        Path exr = folder.resolve(NAME);
        List<String> line = new ArrayList<>(List.of(
                "oiiotool", "--pattern", pattern, width + "x" + height, Integer.toString(channels), "-d", "half"));
        line.addAll(List.of(more));
        line.addAll(List.of("--compression", compression, "-o", exr.toString()));
        Oracle.run(line);
        return Exr.load(exr);
    }

    /** Whether the file can be read: both say so and find the same samples, or both find it damaged. */
    static boolean read(ByteBuffer file, String what) {
        Optional<float[]> ours = ours(file);
        Optional<float[]> theirs = theirs(file);
        assertThat(ours.isPresent()).as(what).isEqualTo(theirs.isPresent());
        ours.ifPresent(samples -> Oracle.assertSame(samples, theirs.orElseThrow()));
        return ours.isPresent();
    }

    /** A copy of the first bytes of a file. */
    static ByteBuffer cut(ByteBuffer file, int length) {
        return ByteBuffer.allocateDirect(length)
                .put(file.duplicate().limit(length))
                .flip();
    }

    private static Optional<float[]> ours(ByteBuffer file) {
        try {
            ByteBuffer halves = Exr.decode(file, NAME).pixels();
            float[] values = new float[halves.remaining() / 2];
            for (int i = 0; i < values.length; i++) {
                values[i] = Binary16.value(halves.getShort(2 * i));
            }
            return Optional.of(values);
        } catch (MediaException e) {
            return Optional.empty();
        }
    }

    private static Optional<float[]> theirs(ByteBuffer file) {
        try {
            return Optional.of(Exr.floats(file, NAME));
        } catch (MediaException e) {
            return Optional.empty();
        }
    }
}
