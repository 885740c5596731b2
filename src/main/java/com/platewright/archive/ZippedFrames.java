// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Frames in a zip that has been judged as a whole. */
final class ZippedFrames implements FrameArchive {
    private final ArchiveFile file;
    private final Map<String, ZipMember> members;
    private final FrameEntries frames;
    private final Ignored ignored;

    private ZippedFrames(ArchiveFile file, List<ZipMember> all) throws ArchiveException {
        this.file = file;
        this.members = new HashMap<>();
        List<FrameEntry> found = new ArrayList<>();
        for (ZipMember member : all) {
            if (member.name().isFrame()) {
                String path = member.name().path();
                members.put(path, member);
                found.add(new FrameEntry(0, path, member.size(), member.packed(), OptionalLong.of(member.crc())));
            }
        }
        this.frames = SequenceFinder.find(file.path(), found);
        this.ignored = Ignored.among(all.stream().map(ZipMember::name).toList());
    }

    static ZippedFrames open(Path source, ArchiveLimits limits) throws ArchiveException, StorageException {
        ArchiveFile file = new ArchiveFile(source);
        try {
            return new ZippedFrames(file, ZipDirectory.read(file, limits));
        } catch (ArchiveException | StorageException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public Path source() {
        return file.path();
    }

    @Override
    public FrameEntries frames() {
        return frames;
    }

    @Override
    public Ignored ignored() {
        return ignored;
    }

    @Override
    public ByteBuffer read(FrameEntry entry, ByteBuffer spare) throws ArchiveException, StorageException {
        ZipMember member = members.get(entry.name());
        if (member == null) {
            throw new IllegalArgumentException("frame " + entry.name() + " is not from " + file.path());
        }
        return new MemberReader(file).read(member, entry, spare);
    }

    @Override
    public void close() throws StorageException {
        file.close();
    }
}
