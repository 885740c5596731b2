// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The frames of a zip that is still being fetched, read forward in the order of its bytes. What it gives is a guess until
 * {@link #requireSame} has found it in the whole archive.
 */
public final class ArrivingFrames implements Closeable {
    private final Arrival arrival;
    private final ArchiveLimits limits;
    private final ArchiveFile file;
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();
    private int seen;
    private long total;
    private long next;

    private record Known(ZipMember member, FrameEntry entry) {}

    private ArrivingFrames(Arrival arrival, ArchiveLimits limits, Path part) throws StorageException {
        this.arrival = arrival;
        this.limits = limits;
        this.file = new ArchiveFile(part);
    }

    /** Waits for the first bytes. */
    public static ArrivingFrames open(Arrival arrival, ArchiveLimits limits)
            throws ArrivalException, StorageException, InterruptedException {
        return new ArrivingFrames(arrival, limits, arrival.part());
    }

    /** The path of a frame that was read. */
    public String name(int index) {
        Known frame = known.get(index);
        if (frame == null) {
            throw new IllegalArgumentException("frame " + index + " is not here yet");
        }
        return frame.entry().name();
    }

    /** Waits until all bytes of a frame are here. */
    public void await(int index) throws ArrivalException, ArchiveException, StorageException, InterruptedException {
        ZipMember member = known(index).member();
        arrival.await(member.data() + member.packed());
    }

    /**
     * As {@link FrameArchive#read}, as soon as the frame's last byte is here. Any thread may read any frame.
     *
     * @param index counted from 0
     * @throws ArrivalException it cannot be read before all bytes are here
     */
    public ByteBuffer read(int index, ByteBuffer spare)
            throws ArrivalException, ArchiveException, StorageException, InterruptedException {
        Known frame = known(index);
        await(index);
        return new MemberReader(file).read(frame.member(), frame.entry(), spare);
    }

    /**
     * Compares what was read with the whole archive.
     *
     * @throws ArrivalException if that has other frames, in number, name, order, size or checksum
     */
    public void requireSame(FrameArchive whole) throws ArrivalException {
        List<FrameEntry> read =
                new TreeMap<>(known).values().stream().map(Known::entry).toList();
        if (!whole.frames().list().equals(read)) {
            throw new ArrivalException("its central directory names other frames, or in another order");
        }
    }

    /** Nobody who reads a frame waits for one who waits for the next. */
    private Known known(int index) throws ArrivalException, ArchiveException, StorageException, InterruptedException {
        Known found = known.get(index);
        return found == null ? soonKnown(index) : found;
    }

    private synchronized Known soonKnown(int index)
            throws ArrivalException, ArchiveException, StorageException, InterruptedException {
        Known found = known.get(index);
        while (found == null) {
            advance();
            found = known.get(index);
        }
        return found;
    }

    private void advance() throws ArrivalException, ArchiveException, StorageException, InterruptedException {
        ForwardHeader header = new ForwardHeader(bytes(next, ForwardHeader.LENGTH));
        long variable = next + ForwardHeader.LENGTH;
        ZipMember member = header.member(bytes(variable, header.more()), variable + header.more());
        total += member.size();
        if (++seen > limits.entries() || member.size() > limits.entryBytes() || total > limits.totalBytes()) {
            throw new ArrivalException("it holds more than the limits allow");
        }
        if (member.name().isFrame()) {
            known.put(known.size(), new Known(member, numbered(member)));
        }
        next = member.data() + member.packed();
    }

    /** With the number that its name says, which must follow that of the frame before it, in a name of the same pattern. */
    private FrameEntry numbered(ZipMember member) throws ArrivalException {
        FrameEntry entry =
                new FrameEntry(0, member.name().path(), member.size(), member.packed(), OptionalLong.of(member.crc()));
        Known before = known.get(known.size() - 1);
        List<FrameEntry> two = before == null ? List.of(entry) : List.of(before.entry(), entry);
        try {
            List<FrameEntry> ordered = SequenceFinder.find(file.path(), two).list();
            FrameEntry last = ordered.get(ordered.size() - 1);
            if (last.name().equals(entry.name())) {
                return last;
            }
        } catch (ArchiveException e) {
            throw new ArrivalException("its frames are not one sequence: " + e.getMessage());
        }
        throw new ArrivalException("its frames are not packed in their order");
    }

    private ByteBuffer bytes(long start, int length)
            throws ArrivalException, ArchiveException, StorageException, InterruptedException {
        arrival.await(start + length);
        return file.bytes(start, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws StorageException {
        file.close();
    }
}
