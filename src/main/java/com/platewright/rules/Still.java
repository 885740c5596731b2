// SPDX-License-Identifier: Apache-2.0
package com.platewright.rules;

import com.platewright.shot.Resolution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What can be seen of a still without decoding it.
 *
 * @param kind by its first bytes; empty for one that no model takes
 * @param size in pixels, where this platform can read the header
 */
record Still(Path file, Optional<Kind> kind, long bytes, Optional<Resolution> size) {
    enum Kind {
        PNG,
        JPEG,
        WEBP,
        EXR
    }

    /** As much as can be told of a file; one that cannot be read is of no kind. */
    static Still of(Path file) {
        try {
            return new Still(file, kind(file), Files.size(file), size(file));
        } catch (IOException e) {
            return new Still(file, Optional.empty(), 0, Optional.empty());
        }
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    boolean isExr() {
        return kind.equals(Optional.of(Kind.EXR));
    }

    private static Optional<Kind> kind(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(12);
        }
        if (starts(head, 0, 0x89, 'P', 'N', 'G')) {
            return Optional.of(Kind.PNG);
        }
        if (starts(head, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(Kind.JPEG);
        }
        if (starts(head, 0, 'R', 'I', 'F', 'F') && starts(head, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(Kind.WEBP);
        }
        return starts(head, 0, 0x76, 0x2f, 0x31, 0x01) ? Optional.of(Kind.EXR) : Optional.empty();
    }

    private static boolean starts(byte[] head, int from, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (from + i >= head.length || (head[from + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Resolution> size(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(new Resolution(reader.getWidth(0), reader.getHeight(0)));
            } finally {
                reader.dispose();
            }
        }
    }
}
