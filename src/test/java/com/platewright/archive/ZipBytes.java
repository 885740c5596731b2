// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip made byte by byte, so that it can lie. What is not changed is right. */
final class ZipBytes {
    /** One entry; public fields because a liar needs them all. */
    static final class Entry {
        String name;
        String localName;
        byte[] packed;
        int flags;
        int localFlags;
        int method;
        int localMethod;
        int crc;
        int localCrc;
        int size;
        int localSize;
        int packedSize;
        int localPackedSize;
        int disk;
        int attributes;
        boolean inDirectory = true;
        byte[] after = {};
        int offset = -1;

        private Entry(String name, byte[] content) {
            this.name = localName = name;
            this.packed = content;
            this.crc = localCrc = crcOf(content);
            this.size = localSize = packedSize = localPackedSize = content.length;
        }

        /** Packs the content, and claims nothing but the truth about it. */
        Entry deflate() {
            packed = deflated(packed);
            method = localMethod = 8;
            packedSize = localPackedSize = packed.length;
            return this;
        }
    }

    int entryCount = -1;
    int diskNumber;
    byte[] trailer = {};

    private final List<Entry> entries = new ArrayList<>();

    static byte[] exr(int frame) {
        byte[] bytes = new byte[300 + frame];
        Arrays.fill(bytes, (byte) frame);
        bytes[0] = 0x76;
        bytes[1] = 0x2f;
        bytes[2] = 0x31;
        bytes[3] = 0x01;
        return bytes;
    }

    ZipBytes add(String name, byte[] content) {
        return add(name, content, entry -> {});
    }

    ZipBytes add(String name, byte[] content, Consumer<Entry> change) {
        Entry entry = new Entry(name, content);
        change.accept(entry);
        entries.add(entry);
        return this;
    }

    Path writeTo(Path file) throws Exception {
        return Files.write(file, build());
    }

    byte[] build() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            entry.offset = entry.offset < 0 ? out.size() : entry.offset;
            out.writeBytes(local(entry));
            out.writeBytes(entry.packed);
            out.writeBytes(entry.after);
        }
        int directory = out.size();
        entries.stream().filter(entry -> entry.inDirectory).forEach(entry -> out.writeBytes(central(entry)));
        int count = entryCount >= 0
                ? entryCount
                : (int) entries.stream().filter(e -> e.inDirectory).count();
        out.writeBytes(little(22)
                .putInt(0x06054b50)
                .putShort((short) diskNumber)
                .putShort((short) 0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(out.size() - directory)
                .putInt(directory)
                .array());
        out.writeBytes(trailer);
        return out.toByteArray();
    }

    static byte[] local(Entry entry) {
        byte[] name = entry.localName.getBytes(StandardCharsets.UTF_8);
        return little(30 + name.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) entry.localFlags)
                .putShort((short) entry.localMethod)
                .putInt(0)
                .putInt(entry.localCrc)
                .putInt(entry.localPackedSize)
                .putInt(entry.localSize)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .array();
    }

    private static byte[] central(Entry entry) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        return little(46 + name.length)
                .putInt(0x02014b50)
                .putShort((short) (3 << 8 | 20))
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0)
                .putInt(entry.crc)
                .putInt(entry.packedSize)
                .putInt(entry.size)
                .putShort((short) name.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) entry.disk)
                .putShort((short) 0)
                .putInt(entry.attributes)
                .putInt(entry.offset)
                .put(name)
                .array();
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 64];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    static int crcOf(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
