// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The EXR frames of a zip, a folder or a single file. Safe for many threads. */
public sealed interface FrameArchive extends Closeable permits ZippedFrames, LooseFrames {
    /**
     * Opens whatever holds the frames; a folder is one by itself, a file is what its first bytes say. A zip is checked as
     * a whole before this returns, but for the frames' own bytes, which {@link #read} checks.
     *
     * @throws ArchiveException if it is damaged, unsafe, unsupported or does not hold exactly one sequence
     */
    static FrameArchive open(Path source, ArchiveLimits limits) throws ArchiveException, StorageException {
        if (Files.isDirectory(source)) {
            return LooseFrames.folder(source, limits);
        }
        if (Files.exists(source) && !Files.isRegularFile(source)) {
            throw ArchiveException.content(source, "expected a file or a folder, found something else");
        }
        MediaKind kind = MediaKind.of(source);
        return switch (kind) {
            case ZIP -> ZippedFrames.open(source, limits);
            case EXR -> LooseFrames.file(source, limits);
            case EMPTY -> throw ArchiveException.damaged(source, "expected EXR frames, found an empty file");
            case HTML ->
                throw ArchiveException.damaged(
                        source, "expected EXR frames, found a web page: " + MediaKind.startOf(source));
            default ->
                throw ArchiveException.content(
                        source,
                        "expected a zip (50 4b 03 04) or an EXR file (76 2f 31 01), found "
                                + (kind == MediaKind.UNKNOWN ? "" : kind + ", ") + MediaKind.startOf(source));
        };
    }

    Path source();

    FrameEntries frames();

    Ignored ignored();

    /**
     * Reads one frame into {@code spare}, or into a larger direct buffer if that is too small or not direct. The caller
     * owns the result, which starts at 0 and ends with the frame, and may give it as the next spare. Any thread may read
     * any frame.
     *
     * @throws ArchiveException if bytes are missing, the CRC-32 is not the promised one, or it is not EXR
     */
    ByteBuffer read(FrameEntry entry, ByteBuffer spare) throws ArchiveException, StorageException;

    @Override
    void close() throws StorageException;
}
