// SPDX-License-Identifier: Apache-2.0
package com.platewright.kernels;

import com.platewright.archive.ArchiveLimits;
import com.platewright.archive.FrameArchive;
import com.platewright.archive.FrameEntry;
import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.Precision;
import com.platewright.media.colour.ColourConfig;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.exr.ExrReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The benchmark's clip, and the two ways that its colours go in the show {@code benchmark}. */
final class Footage implements AutoCloseable {
    /** System properties that say where things lie. */
    static final String CLIP = "kernels.clip";

    static final String COLOURS = "kernels.colours";
    static final String WORK = "kernels.work";

    private static final ArchiveLimits LIMITS = new ArchiveLimits(20_000, 512_000_000, 200_000_000_000L);

    private final FrameArchive archive;
    private final ColourConfig config;
    private final ExrHeader header;

    private Footage(FrameArchive archive, ColourConfig config) throws IOException {
        this.archive = archive;
        this.config = config;
        this.header = ExrReader.header(bytes(0, ByteBuffer.allocateDirect(0)), "first frame");
    }

    static Footage open() throws IOException {
        return new Footage(FrameArchive.open(path(CLIP), LIMITS), ColourConfig.open(path(COLOURS)));
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("-D" + property + " is missing; bin/benchmark --kernels sets it");
        }
        return Path.of(value);
    }

    static Path work(String name) {
        return path(WORK).resolve(name);
    }

    ExrHeader header() {
        return header;
    }

    /** The file of a frame by its index, from the start again after the last, proved by its CRC-32. */
    ByteBuffer bytes(int index, ByteBuffer spare) throws IOException {
        FrameEntry entry = archive.frames().list().get(index % archive.frames().count());
        return archive.read(entry, spare);
    }

    /** A half picture of the clip's size. */
    Picture picture() {
        return Picture.allocate(header.size(), Picture.Sample.HALF);
    }

    void decode(int index, Picture into) throws IOException {
        ExrReader.decode(bytes(index, ByteBuffer.allocateDirect(0)), "frame " + index, into);
    }

    ColourTransform plate() throws MediaException {
        return config.convert("ACES2065-1", "ACEScg");
    }

    ColourTransform view() throws MediaException {
        return config.view("ACES2065-1", "Rec.1886 Rec.709 - Display", "ACES 1.0 - SDR Video", Precision.FAST);
    }

    @Override
    public void close() throws IOException {
        config.close();
        archive.close();
    }
}
