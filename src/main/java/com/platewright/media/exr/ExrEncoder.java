// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.binding.ExrFile;
import com.platewright.binding.PlateEncoder;
import com.platewright.binding.PlateHeader;
import com.platewright.media.Chromaticities;
import com.platewright.media.EncodeException;
import com.platewright.media.MediaException;
import com.platewright.shot.FrameRate;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;

/**
 * Writes plates into memory: {@link #lines} from top to bottom in strips of any height, {@link #finish}, then
 * {@link #reset} for the next frame. One encoder keeps the memory of its largest file until it is closed. It belongs to
 * one thread at a time; several encoders work side by side.
 *
 * <p>Half samples are stored bit for bit by the lossless compressions, NaN payloads included. ZIP and ZIPS are deflated
 * by ISA-L, the other eight compressions by libOpenEXR.
 */
public final class ExrEncoder implements AutoCloseable {
    /** ISA-L's level. On grainy pictures 2 gives the same size, 3 twice the time, and 0 files larger by a fifth. */
    private static final int ZIP_LEVEL = 1;

    private final PlateEncoder encoder;
    private PlateSpec spec;
    private int line;
    private boolean finished;

    private ExrEncoder(PlateEncoder encoder, PlateSpec spec) {
        this.encoder = encoder;
        this.spec = spec;
    }

    public static ExrEncoder open(PlateSpec spec) throws EncodeException {
        return open(spec, ZIP_LEVEL, true);
    }

    /** As {@link #open(PlateSpec)}, with ISA-L's level (0 to 3), and with AVX2 or without, for comparisons. */
    static ExrEncoder open(PlateSpec spec, int zipLevel, boolean wide) throws EncodeException {
        ExrEncoder exr = new ExrEncoder(new PlateEncoder(zipLevel, wide), spec);
        try {
            exr.reset(spec);
        } catch (EncodeException | RuntimeException e) {
            exr.close();
            throw e;
        }
        return exr;
    }

    /** Begins the next plate; the bytes of the last one are gone. */
    public void reset(PlateSpec next) throws EncodeException {
        requireOpen();
        spec = next;
        line = 0;
        finished = true; // nothing can be added unless the header could be written
        try (PlateHeader header = new PlateHeader(
                next.size().width(), next.size().height(), next.compression().id(), next.alpha())) {
            describe(next, header);
            encoder.begin(header);
            finished = false;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /**
     * Encodes the next lines.
     *
     * @param halfRgba at its position, {@code count} lines of interleaved RGBA half in native order, in a direct buffer;
     *     alpha is passed over where the plate has none
     */
    public void lines(ByteBuffer halfRgba, int count) throws EncodeException {
        requireOpen();
        long wanted = 8L * spec.size().width() * count;
        if (finished || count < 1 || line + count > spec.size().height()) {
            throw new IllegalStateException(count + " lines do not fit a plate of "
                    + spec.size().height() + " that has " + line + (finished ? " and is finished or never began" : ""));
        }
        if (!halfRgba.isDirect() || halfRgba.remaining() < wanted) {
            throw new IllegalArgumentException(
                    count + " lines are " + wanted + " bytes in a direct buffer, not " + halfRgba);
        }
        try {
            encoder.lines(halfRgba, count);
        } catch (RuntimeException e) {
            throw failed(e);
        }
        line += count;
    }

    /**
     * Makes a plate of the compressed chunks of another file, bit for bit, under a header of its own: in place of
     * {@link #reset}, {@link #lines} and {@link #finish}. Only for what decodes.
     *
     * @param file in a direct buffer, from position to limit
     * @return the complete file as {@link #finish} gives it; empty where the plate as wanted has other chunks: another
     *     compression, other channels or sample types, another size, tiles
     */
    public Optional<ByteBuffer> copy(ByteBuffer file, String name, PlateSpec next)
            throws MediaException, EncodeException {
        requireOpen();
        finished = true; // nothing can be added before the next reset
        try (ExrFile source = ExrReader.open(file, name);
                PlateHeader header = new PlateHeader(
                        next.size().width(),
                        next.size().height(),
                        next.compression().id(),
                        next.alpha())) {
            describe(next, header);
            long size = encoder.copy(header, source, next.compression().linesPerBlock());
            return size == 0 ? Optional.empty() : Optional.of(bytes(size));
        } catch (RuntimeException e) {
            throw failed(e);
        } finally {
            Reference.reachabilityFence(file);
        }
    }

    /** The complete file, read-only, in memory that is valid until {@link #reset} or {@link #close}. */
    public ByteBuffer finish() throws EncodeException {
        requireOpen();
        if (finished || line != spec.size().height()) {
            throw new IllegalStateException("a plate of " + spec.size().height() + " lines cannot end after " + line);
        }
        try {
            long size = encoder.finish();
            if (size > Integer.MAX_VALUE) {
                throw new EncodeException("a plate of " + spec.size() + " takes " + size + " bytes, more than 2 GiB");
            }
            finished = true;
            return bytes(size);
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private ByteBuffer bytes(long size) {
        try (BytePointer data = encoder.data()) {
            return data.capacity(size).asByteBuffer().asReadOnlyBuffer();
        }
    }

    @Override
    public void close() {
        encoder.close();
    }

    private static void describe(PlateSpec spec, PlateHeader header) {
        PlateTags tags = spec.tags();
        FrameRate rate = tags.framesPerSecond();
        if (spec.isDwa()) {
            header.dwaLevel(spec.dwaLevel());
        }
        tags.chromaticities().ifPresent(c -> write(header, c));
        header.framesPerSecond(rate.numerator(), rate.denominator());
        tags.timeCode().ifPresent(time -> header.timeCode(TimeCodeWord.write(time, rate)));
        tags.text().forEach(header::text);
    }

    private static void write(PlateHeader header, Chromaticities c) {
        header.chromaticities(c.redX(), c.redY(), c.greenX(), c.greenY(), c.blueX(), c.blueY(), c.whiteX(), c.whiteY());
    }

    private void requireOpen() {
        if (encoder.isNull()) {
            throw new IllegalStateException("the encoder is closed");
        }
    }

    private EncodeException failed(RuntimeException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.equals("std::bad_alloc")) {
            throw new OutOfMemoryError("no native memory left to write an EXR of " + spec.size());
        }
        return new EncodeException(
                "an EXR of " + spec.size() + ", " + spec.compression() + ", could not be written (OpenEXR: " + reason
                        + ")",
                e);
    }
}
