// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.binding.ExrFile;
import com.platewright.binding.OpenExr;
import com.platewright.frame.Picture;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/**
 * Reads EXR files that lie whole in memory, in direct or mapped buffers, from position to limit. Scan lines and tiles
 * (the full-size level), all ten compressions of OpenEXR 3.1, half and float. Threads may call at the same time.
 *
 * <p>A {@link MediaException} says what is damaged or not supported and names the file.
 */
public final class ExrReader {
    /** The longest side of a picture that is looked at, in pixels: a larger claim in a header allocates nothing. */
    public static final int LONGEST_SIDE = OpenExr.LONGEST_SIDE;

    private static final int MAGIC = 20000630;

    private ExrReader() {}

    /** What the header says of the first part, for any flat file, also one that {@link #decode} refuses. */
    public static ExrHeader header(ByteBuffer file, String name) throws MediaException {
        try (ExrFile exr = open(file, name)) {
            return HeaderFacts.of(exr);
        } finally {
            Reference.reachabilityFence(file);
        }
    }

    /** The sample that holds the file's colour without loss: half if all of R, G, B and A are half, else float. */
    public static Picture.Sample sampleFor(ExrHeader header) {
        boolean half = header.channels().stream()
                .filter(Decodable::isColour)
                .allMatch(channel -> channel.type() == ExrHeader.SampleType.HALF);
        return half ? Picture.Sample.HALF : Picture.Sample.FLOAT;
    }

    /**
     * Decodes every pixel of the data window. Samples come bit for bit as the codec gives them; alpha is 1.0 where the
     * file has none; further channels are left out.
     *
     * @param into a picture of the data window's size; a half picture takes only files for which
     *     {@link #sampleFor} says half
     */
    public static void decode(ByteBuffer file, String name, Picture into) throws MediaException {
        try (ExrFile exr = open(file, name)) {
            ExrHeader header = HeaderFacts.of(exr);
            Decodable.check(header, exr.blockBytes(header.compression().linesPerBlock()), name, into);
            try {
                exr.decode(into.pixels(), into.sample() == Picture.Sample.FLOAT);
            } catch (RuntimeException e) {
                throw damaged(name, e);
            }
        } finally {
            Reference.reachabilityFence(file);
            Reference.reachabilityFence(into);
        }
    }

    /** Names and releases of the libraries behind this package, for the manifest. */
    public static Map<String, String> libraries() {
        return Map.of("OpenEXR", OpenExr.openexrVersion(), "ISA-L", OpenExr.isalVersion());
    }

    static ExrFile open(ByteBuffer file, String name) throws MediaException {
        if (!file.isDirect()) {
            throw new IllegalArgumentException("the bytes of " + name + " are not in a direct buffer");
        }
        checkMagic(file, name);
        int compression = OpenExr.firstCompressionId(file, file.remaining());
        if (compression >= 0 && ExrCompression.of(compression).isEmpty()) {
            throw new MediaException(name + " is compressed with method " + compression + compressionName(compression)
                    + ", which this build's OpenEXR " + OpenExr.openexrVersion()
                    + " does not know; write the frames with ZIP, PIZ or DWA, for example");
        }
        ExrFile exr;
        try {
            exr = new ExrFile(file, file.remaining());
        } catch (RuntimeException e) {
            throw damaged(name, e);
        }
        if (exr.isDeep()) {
            exr.close();
            throw new MediaException(name + " holds deep data, which is not supported; flatten it to R, G, B");
        }
        return exr;
    }

    private static void checkMagic(ByteBuffer file, String name) throws MediaException {
        int first = file.remaining() < 8
                ? 0
                : file.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(file.position());
        if (first != MAGIC) {
            throw new MediaException(name + " is not an OpenEXR file: "
                    + (file.remaining() < 8
                            ? "it has only " + file.remaining() + " bytes"
                            : String.format("it starts with %08x instead of 762f3101", Integer.reverseBytes(first))));
        }
    }

    private static String compressionName(int id) {
        return id == 10 ? " (HTJ2K256)" : id == 11 ? " (HTJ2K32)" : "";
    }

    private static MediaException damaged(String name, RuntimeException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.equals("std::bad_alloc")) {
            throw new OutOfMemoryError("no native memory left to read " + name);
        }
        return new MediaException(
                name + " is damaged or cut short; fetch or render it again (OpenEXR: "
                        + reason.replace("image file \"memory\"", "the file").strip() + ")",
                e);
    }
}
