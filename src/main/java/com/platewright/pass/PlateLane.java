// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.files.Digest;
import com.platewright.frame.Picture;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.exr.ExrEncoder;
import com.platewright.media.exr.PlateSpec;
import com.platewright.media.pixel.Halves;
import com.platewright.media.pixel.PixelDigest;
import com.platewright.media.pixel.Strips;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Writes one EXR file for each frame, and has each put on the disk while the next ones are made. */
public final class PlateLane implements Lane {
    private final ColourTransform colour;
    private final IntFunction<Path> paths;
    private final IntFunction<PlateSpec> specs;
    private final SortedMap<Integer, Plate> written = new TreeMap<>();
    private final Consumer<Plate> onDisk;
    private final PlateSync sync = new PlateSync();

    /**
     * A plate as it was written.
     *
     * @param index of the frame
     * @param bytes of the file
     * @param digest of the file
     * @param pixels the digest of the samples handed to the writer (see {@link PixelDigest})
     */
    public record Plate(int index, Path path, long bytes, Digest digest, long pixels) {}

    /**
     * A lane of plates.
     *
     * @param paths of the files by index, in folders that exist
     * @param specs by index
     * @param onDisk told of each plate that is safe there, from any thread and in any order
     */
    public PlateLane(
            ColourTransform colour, IntFunction<Path> paths, IntFunction<PlateSpec> specs, Consumer<Plate> onDisk) {
        this.colour = colour;
        this.paths = paths;
        this.specs = specs;
        this.onDisk = onDisk;
    }

    /** The plates so far, in order. */
    public synchronized List<Plate> plates() {
        return List.copyOf(written.values());
    }

    @Override
    public ColourTransform colour() {
        return colour;
    }

    @Override
    public String work() {
        return "plates";
    }

    @Override
    public Desk desk() throws IOException {
        return new PlateDesk(specs.apply(0));
    }

    @Override
    public void finish() throws IOException, InterruptedException {
        sync.finish();
    }

    @Override
    public void close() {
        sync.close(); // the files stand in a staging folder; whoever made it removes it
    }

    private synchronized void add(Plate plate) {
        written.put(plate.index(), plate);
    }

    private final class PlateDesk implements Desk {
        private final ExrEncoder encoder;
        private final ByteBuffer halves;
        private final PixelDigest digest = new PixelDigest();
        private final int width;
        private int index;
        private Optional<ByteBuffer> taken = Optional.empty();

        PlateDesk(PlateSpec spec) throws IOException {
            this.encoder = ExrEncoder.open(spec);
            this.width = spec.size().width();
            this.halves = Strips.halves(width);
        }

        @Override
        public void begin(int frame) throws IOException {
            index = frame;
            taken = Optional.empty();
            encoder.reset(specs.apply(frame));
        }

        /** Where the plate is in the source's own space, compression and shape, it is the source's chunks, bit for bit. */
        @Override
        public boolean take(ByteBuffer file, Picture picture) throws IOException {
            if (!colour.isIdentity() || picture.sample() != Picture.Sample.HALF) {
                return false;
            }
            PlateSpec spec = specs.apply(index);
            taken = encoder.copy(file, paths.apply(index).toString(), spec);
            if (taken.isPresent()) {
                digest.add(picture.pixels());
            } else {
                encoder.reset(spec);
            }
            return taken.isPresent();
        }

        @Override
        public boolean isIdle() {
            return taken.isPresent();
        }

        @Override
        public void strip(FloatBuffer rgba, int lines) throws IOException {
            Halves.toHalf(rgba, width * lines, halves.clear());
            halves.limit(width * lines * 4 * Short.BYTES);
            digest.add(halves);
            encoder.lines(halves, lines);
        }

        @Override
        public void end() throws IOException {
            ByteBuffer file = taken.isPresent() ? taken.get() : encoder.finish();
            Path path = paths.apply(index);
            try (FileOutputStream out = new FileOutputStream(path.toFile());
                    FileChannel channel = out.getChannel()) {
                for (ByteBuffer rest = file.duplicate(); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
            }
            Plate plate = new Plate(index, path, file.remaining(), Digest.of(file), digest.finish());
            add(plate);
            sync.begin(path, () -> onDisk.accept(plate));
        }

        @Override
        public void abandon() {
            digest.finish();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }
}
