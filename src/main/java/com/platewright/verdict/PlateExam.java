// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.delivery.Delivered;
import com.platewright.element.SealedFile;
import com.platewright.files.Digest;
import com.platewright.files.StorageException;
import com.platewright.frame.FrameMeasure;
import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.exr.ExrReader;
import com.platewright.media.pixel.FrameMeter;
import com.platewright.media.pixel.Strips;
import com.platewright.qc.evidence.FileEvidence;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Decodes plates from their files. It has one picture of its own, for one thread. */
final class PlateExam implements AutoCloseable {
    private final Path folder;
    private final Picture picture;
    private final FrameMeter meter;
    private ByteBuffer file = ByteBuffer.allocateDirect(1 << 20);

    /**
     * What was found.
     *
     * @param failure why it does not decode, if it does not
     */
    record Result(FrameSet.Frame frame, SealedFile sealed, Optional<FileEvidence.Failure> failure) {}

    PlateExam(Path folder, Resolution size) {
        this.folder = folder;
        this.picture = Picture.allocate(size, Picture.Sample.HALF);
        this.meter = new FrameMeter(size, Picture.Sample.HALF);
    }

    /** Reads a plate from its first byte to its last. */
    Result examine(Delivered.Plate plate) throws StorageException {
        read(folder.resolve(plate.path()));
        SealedFile sealed =
                new SealedFile(plate.path(), file.remaining(), Digest.of(file).hex());
        try {
            ExrHeader header = ExrReader.header(file, plate.path());
            ExrReader.decode(file, plate.path(), picture);
            FrameMeasure measure = measure(plate.number());
            boolean exact = header.compression().lossless() && isFinite(measure);
            long written = exact ? plate.pixels() : unlessChanged(plate, sealed, measure);
            FrameSet.ReadBack back = new FrameSet.ReadBack(written, Optional.of(measure.pixels()));
            return new Result(
                    new FrameSet.Frame(
                            plate.number(), plate.path(), Optional.of(header), Optional.of(measure), Optional.of(back)),
                    sealed,
                    Optional.empty());
        } catch (MediaException e) {
            FrameSet.ReadBack nothing = new FrameSet.ReadBack(plate.pixels(), Optional.empty());
            return new Result(
                    new FrameSet.Frame(
                            plate.number(), plate.path(), Optional.empty(), Optional.empty(), Optional.of(nothing)),
                    sealed,
                    Optional.of(new FileEvidence.Failure(plate.path(), String.valueOf(e.getMessage()))));
        }
    }

    /** Where nothing is NaN or infinite, which a colour matrix carries into the alpha that a plate without one drops. */
    private static boolean isFinite(FrameMeasure measure) {
        return measure.channels().stream().allMatch(c -> c.nan() + c.infinite() == 0);
    }

    /** A plate that cannot hold the very samples that it was given must have the bytes that were written. */
    private static long unlessChanged(Delivered.Plate plate, SealedFile sealed, FrameMeasure measure) {
        return sealed.xxh128().equals(plate.xxh128()) ? measure.pixels() : plate.pixels();
    }

    private FrameMeasure measure(int number) {
        int height = picture.size().height();
        for (int line = 0; line < height; line += Strips.LINES) {
            int count = Math.min(Strips.LINES, height - line);
            meter.lines(picture.lines(line, count), count);
        }
        return meter.finish(number);
    }

    private void read(Path path) throws StorageException {
        try (FileChannel channel = FileChannel.open(path)) {
            int size = Math.toIntExact(channel.size());
            if (file.capacity() < size) {
                file = ByteBuffer.allocateDirect(size + size / 4);
            }
            file.clear().limit(size);
            int read = 0;
            while (file.hasRemaining() && read >= 0) {
                read = channel.read(file);
            }
            file.flip();
        } catch (IOException e) {
            throw StorageException.of("read", path, e);
        }
    }

    @Override
    public void close() {
        meter.close();
    }
}
