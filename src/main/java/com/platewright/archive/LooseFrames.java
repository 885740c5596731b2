// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Frames that are files: a folder's, its subfolders not looked into, or a single one. Links to files are followed. */
final class LooseFrames implements FrameArchive {
    private final Path source;
    private final Path folder;
    private final FrameEntries frames;
    private final Ignored ignored;

    private LooseFrames(Path source, Path folder, FrameEntries frames, Ignored ignored) {
        this.source = source;
        this.folder = folder;
        this.frames = frames;
        this.ignored = ignored;
    }

    static LooseFrames folder(Path folder, ArchiveLimits limits) throws ArchiveException, StorageException {
        List<EntryName> names = new ArrayList<>();
        for (Map.Entry<String, Path> child : children(folder).entrySet()) {
            names.add(new EntryName(child.getKey() + (Files.isDirectory(child.getValue()) ? "/" : "")));
        }
        if (names.size() > limits.entries()) {
            throw ArchiveException.unsafe(
                    folder, "expected at most " + limits.entries() + " names, found " + names.size());
        }
        List<FrameEntry> found = new ArrayList<>();
        for (EntryName name : names) {
            if (name.isFrame()) {
                found.add(entry(folder.resolve(name.path()), limits));
            }
        }
        return new LooseFrames(folder, folder, SequenceFinder.find(folder, found), Ignored.among(names));
    }

    /** The name need not end in .exr: the content is. */
    static LooseFrames file(Path file, ArchiveLimits limits) throws ArchiveException, StorageException {
        FrameEntries one = SequenceFinder.find(file, List.of(entry(file, limits)));
        return new LooseFrames(file, file.toAbsolutePath().resolveSibling("."), one, new Ignored(0, 0, List.of()));
    }

    private static Map<String, Path> children(Path folder) throws StorageException {
        Map<String, Path> children = new TreeMap<>();
        try (Stream<Path> content = Files.list(folder)) {
            content.forEach(path -> children.put(path.getFileName().toString(), path));
        } catch (IOException e) {
            throw StorageException.of("list", folder, e);
        } catch (UncheckedIOException e) {
            throw StorageException.of("list", folder, Objects.requireNonNull(e.getCause()));
        }
        return children;
    }

    private static FrameEntry entry(Path file, ArchiveLimits limits) throws ArchiveException, StorageException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw ArchiveException.content(file, "expected a file, found something else");
        }
        long size;
        try {
            size = Files.size(file);
        } catch (IOException e) {
            throw StorageException.of("look at", file, e);
        }
        if (size > limits.entryBytes()) {
            throw ArchiveException.unsafe(file, "expected at most " + limits.entryBytes() + " bytes, found " + size);
        }
        return new FrameEntry(0, String.valueOf(file.getFileName()), size, size, OptionalLong.empty());
    }

    @Override
    public Path source() {
        return source;
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
        FrameBytes frame = new FrameBytes(source, entry);
        ByteBuffer bytes = FrameBytes.room(spare, (int) entry.size());
        try (ArchiveFile file = new ArchiveFile(folder.resolve(entry.name()))) {
            if (file.size() != entry.size()) {
                throw frame.damaged("expected " + entry.size() + " bytes, found " + file.size());
            }
            file.fill(0, bytes);
        }
        bytes.flip();
        frame.requireExr(bytes);
        return bytes;
    }

    @Override
    public void close() {}
}
