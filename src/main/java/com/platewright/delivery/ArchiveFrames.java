// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.archive.ArchiveException;
import com.platewright.archive.FrameArchive;
import com.platewright.archive.FrameEntry;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.exr.ExrReader;
import com.platewright.pass.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The frames of an archive, for the pass. */
public final class ArchiveFrames implements FrameSource {
    private final FrameArchive archive;
    private final List<FrameEntry> frames;

    public ArchiveFrames(FrameArchive archive) {
        this.archive = archive;
        this.frames = archive.frames().list();
    }

    @Override
    public int count() {
        return frames.size();
    }

    @Override
    public String name(int index) {
        return archive.source().getFileName() + ": " + frames.get(index).name();
    }

    @Override
    public ByteBuffer read(int index, ByteBuffer spare) throws IOException {
        return archive.read(frames.get(index), spare);
    }

    @Override
    public boolean isDamage(IOException failure) {
        return failure instanceof ArchiveException;
    }

    /**
     * The header that stands for all: the first one that can be read. What the others say is compared later.
     *
     * @throws DamagedFramesException no frame has one
     */
    public ExrHeader header() throws IOException {
        List<String> damages = new ArrayList<>();
        ByteBuffer spare = ByteBuffer.allocateDirect(0);
        for (int i = 0; i < count(); i++) {
            try {
                spare = read(i, spare);
                return ExrReader.header(spare, name(i));
            } catch (ArchiveException | MediaException e) {
                damages.add(String.valueOf(e.getMessage()));
            }
        }
        throw new DamagedFramesException(damages);
    }
}
