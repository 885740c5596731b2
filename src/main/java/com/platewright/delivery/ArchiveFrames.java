// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.archive.ArchiveException;
import com.platewright.archive.FrameArchive;
import com.platewright.archive.FrameEntry;
import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.exr.ExrReader;
import com.platewright.pass.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    public Reader reader() {
        return new Decoding();
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
                spare = archive.read(frames.get(i), spare);
                return ExrReader.header(spare, name(i));
            } catch (ArchiveException | MediaException e) {
                damages.add(String.valueOf(e.getMessage()));
            }
        }
        throw new DamagedFramesException(damages);
    }

    private final class Decoding implements Reader {
        private ByteBuffer spare = ByteBuffer.allocateDirect(0);

        @Override
        public Optional<ExrHeader> read(int index, Picture into) throws IOException {
            spare = archive.read(frames.get(index), spare);
            ExrHeader header = ExrReader.header(spare, name(index));
            ExrReader.decode(spare, name(index), into);
            return Optional.of(header);
        }

        @Override
        public Optional<ByteBuffer> file() {
            return Optional.of(spare.duplicate());
        }

        @Override
        public void close() {
            // Nothing but Java memory.
        }
    }
}
