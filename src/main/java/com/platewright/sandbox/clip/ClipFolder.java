// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where a renderer leaves a clip. */
public record ClipFolder(Path root) {

    /** Makes the folder. */
    public static ClipFolder create(Path root) throws IOException {
        Files.createDirectories(root.resolve("exr"));
        return new ClipFolder(root);
    }

    /** The silent movie, H.264 or HEVC in MP4. */
    public Path movie() {
        return root.resolve("clip.mp4");
    }

    /** One EXR frame, counted from 0; the folder exists. */
    public Path frame(int index) {
        return frames().resolve(String.format(Locale.ROOT, "%06d.exr", index));
    }

    /** The folder of the EXR frames. */
    public Path frames() {
        return root.resolve("exr");
    }

    /** The first frame by itself. */
    public Path firstFrame() {
        return root.resolve("clip.exr");
    }

    /** The frames as they are delivered. */
    public Path archive() {
        return root.resolve("clip.zip");
    }
}
