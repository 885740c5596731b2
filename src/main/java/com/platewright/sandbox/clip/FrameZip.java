// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.clip;

import com.platewright.sandbox.clip.ClipQuirks.Damage;
import com.platewright.sandbox.clip.ClipQuirks.Names;
import com.platewright.sandbox.clip.ClipQuirks.ZipQuirks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * The archive of a clip's frames: entries are stored, as the frames are compressed already, and Zip64 comes in where sizes
 * need it. Entries are written raw, with the sizes and the CRC that they are given, since a quirk may want a wrong one. The
 * same frames and quirks give the same bytes.
 */
public final class FrameZip implements AutoCloseable {
    /** Every entry's time of change: archives that are made twice are equal. */
    private static final LocalDateTime CHANGED = LocalDateTime.of(2026, 1, 1, 0, 0);

    private static final int MEGABYTE = 1 << 20;

    private final ZipArchiveOutputStream zip;
    private final ZipQuirks quirks;
    private final Names names;
    private final Damage damage;

    private FrameZip(ZipArchiveOutputStream zip, ZipQuirks quirks) {
        this.zip = zip;
        this.quirks = quirks;
        this.names = quirks.names().orElse(Names.PLAIN);
        this.damage = quirks.damage().orElse(Damage.NONE);
    }

    /** Writes the frames of a folder, {@code count} of them, into its archive. */
    public static void write(ClipFolder clip, int count, ZipQuirks quirks) throws IOException {
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(clip.archive());
        out.setUseZip64(Zip64Mode.AsNeeded);
        try (FrameZip zip = new FrameZip(out, quirks)) {
            zip.junk();
            for (int i = 0; i < count; i++) {
                zip.frame(i, clip.frame(i));
            }
            zip.traps();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void frame(int index, Path file) throws IOException {
        if (is(damage.missing(), index)) {
            return;
        }
        byte[] sound = Files.readAllBytes(file);
        byte[] bytes = sound;
        if (is(damage.truncated(), index)) {
            bytes = Arrays.copyOf(sound, sound.length / 2);
        } else if (is(damage.flipped(), index) || is(damage.flippedUnseen(), index)) {
            bytes = sound.clone();
            // Two thirds into the file are pixels, past the header and the table of chunks.
            bytes[sound.length / 3 * 2] ^= 0x10;
        }
        add(names.of(index), bytes, crc(is(damage.flipped(), index) ? sound : bytes));
    }

    private void junk() throws IOException {
        if (quirks.junk()) {
            byte[] text = "Mac OS X        ".getBytes(StandardCharsets.US_ASCII);
            add(names.path(".DS_Store"), text, crc(text));
            add("__MACOSX/" + names.path("._" + names.of(0).replaceFirst(".*/", "")), text, crc(text));
        }
    }

    private void traps() throws IOException {
        if (quirks.outside()) {
            byte[] text = "outside".getBytes(StandardCharsets.US_ASCII);
            add("../outside.exr", text, crc(text));
        }
        if (quirks.bombMb().isPresent()) {
            bomb(quirks.bombMb().getAsInt());
        }
    }

    private void add(String name, byte[] bytes, long crc) throws IOException {
        byte[] packed = quirks.deflated() ? deflate(new ByteArrayInputStream(bytes)) : bytes;
        add(name, packed, quirks.deflated() ? ZipEntry.DEFLATED : ZipEntry.STORED, bytes.length, crc);
    }

    private void add(String name, byte[] packed, int method, long size, long crc) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(method);
        entry.setTimeLocal(CHANGED);
        entry.setSize(size);
        entry.setCompressedSize(packed.length);
        entry.setCrc(crc);
        zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
    }

    private void bomb(int megabytes) throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        CRC32 crc = new CRC32();
        for (int i = 0; i < megabytes; i++) {
            crc.update(zeros);
        }
        byte[] packed = deflate(new Zeros((long) megabytes * MEGABYTE));
        add(names.of(999_999), packed, ZipEntry.DEFLATED, (long) megabytes * MEGABYTE, crc.getValue());
    }

    private static byte[] deflate(InputStream in) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater raw = new Deflater(6, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, raw)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            raw.end();
        }
        return packed.toByteArray();
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static boolean is(OptionalInt frame, int index) {
        return frame.isPresent() && frame.getAsInt() == index;
    }

    /** So many zero bytes, without holding them. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(into, offset, offset + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
