// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.archive.ArchiveException;
import com.platewright.archive.ArrivingFrames;
import com.platewright.archive.FrameArchive;
import com.platewright.archive.FrameEntry;
import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.exr.ExrReader;
import com.platewright.pass.FrameSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The frames of an archive, for the pass. */
public final class ArchiveFrames implements FrameSource {
    private final Path archive;
    private final int count;
    private final Files files;

    /** Where the files of frames come from, by their index. */
    private interface Files {
        String name(int index);

        void await(int index) throws IOException, InterruptedException;

        ByteBuffer read(int index, ByteBuffer spare) throws IOException, InterruptedException;
    }

    private ArchiveFrames(Path archive, int count, Files files) {
        this.archive = archive;
        this.count = count;
        this.files = files;
    }

    /** Those of an archive that is here. */
    public static ArchiveFrames of(FrameArchive archive) {
        List<FrameEntry> frames = archive.frames().list();
        return new ArchiveFrames(archive.source(), frames.size(), new Files() {
            @Override
            public String name(int index) {
                return frames.get(index).name();
            }

            @Override
            public void await(int index) {
                // it is here
            }

            @Override
            public ByteBuffer read(int index, ByteBuffer spare) throws IOException {
                return archive.read(frames.get(index), spare);
            }
        });
    }

    /** Those of an archive that is still coming, each as soon as it is here. */
    static ArchiveFrames of(ArrivingFrames coming, Path archive, int count) {
        return new ArchiveFrames(archive, count, new Files() {
            @Override
            public String name(int index) {
                return coming.name(index);
            }

            @Override
            public void await(int index) throws IOException, InterruptedException {
                coming.await(index);
            }

            @Override
            public ByteBuffer read(int index, ByteBuffer spare) throws IOException, InterruptedException {
                return coming.read(index, spare);
            }
        });
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public String name(int index) {
        return archive.getFileName() + ": " + files.name(index);
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
    public ExrHeader header() throws IOException, InterruptedException {
        List<String> damages = new ArrayList<>();
        ByteBuffer spare = ByteBuffer.allocateDirect(0);
        for (int i = 0; i < count; i++) {
            try {
                spare = files.read(i, spare);
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
        public void await(int index) throws IOException, InterruptedException {
            files.await(index);
        }

        @Override
        public Optional<ExrHeader> read(int index, Picture into) throws IOException, InterruptedException {
            spare = files.read(index, spare);
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
