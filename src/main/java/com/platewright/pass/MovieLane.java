// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.media.colour.ColourTransform;
import com.platewright.media.movie.MoviePicture;
import com.platewright.media.movie.MovieSpec;
import com.platewright.media.movie.MovieWriter;
import com.platewright.media.pixel.BurnIn;
import com.platewright.media.pixel.ChromaSiting;
import com.platewright.media.pixel.YuvLayout;
import com.platewright.media.pixel.YuvMatrix;
import com.platewright.media.pixel.YuvPacker;
import com.platewright.media.pixel.YuvPlanes;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** Writes one movie: workers paint its pictures in any order, one thread encodes them in theirs. */
public final class MovieLane implements Lane {
    private final ColourTransform view;
    private final Painting painting;
    private final Overlay overlay;
    private final MovieWriter writer;
    private final EncoderQueue queue;

    /** How display-referred R'G'B' becomes the encoder's picture. */
    public record Painting(Resolution size, YuvLayout layout, YuvMatrix matrix) {}

    private MovieLane(ColourTransform view, Painting painting, Overlay overlay, MovieWriter writer) {
        this.view = view;
        this.painting = painting;
        this.overlay = overlay;
        this.writer = writer;
        this.queue = new EncoderQueue(writer);
    }

    /**
     * Begins a movie.
     *
     * @param overlay what is drawn over each picture
     * @param workers how many will paint
     */
    public static MovieLane open(
            Path file, MovieSpec spec, ColourTransform view, Painting painting, Overlay overlay, int workers)
            throws IOException {
        // One more than painters keeps the encoder busy while all of them paint.
        MovieWriter writer = MovieWriter.create(file, spec, workers + 2);
        return new MovieLane(view, painting, overlay, writer);
    }

    @Override
    public ColourTransform colour() {
        return view;
    }

    @Override
    public String work() {
        return "paint";
    }

    @Override
    public Desk desk() {
        return new MovieDesk();
    }

    @Override
    public Optional<StageTime> apart() {
        return Optional.of(queue.time());
    }

    @Override
    public void finish() throws IOException, InterruptedException {
        queue.finish();
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        queue.close();
        writer.close();
    }

    private final class MovieDesk implements Desk {
        private final YuvPacker packer =
                new YuvPacker(painting.layout(), painting.size(), painting.matrix(), ChromaSiting.LEFT);
        private EncoderQueue.Place place = EncoderQueue.Place.NONE;

        @Override
        public void begin(int index) throws IOException, InterruptedException {
            place = queue.begin(index);
            packer.begin(planes(place.picture()));
        }

        @Override
        public void strip(FloatBuffer rgba, int lines) {
            packer.lines(rgba, lines);
        }

        @Override
        public void end() throws IOException {
            YuvPlanes planes = planes(place.picture());
            for (Overlay.Mark mark : overlay.at(place.index())) {
                BurnIn.draw(planes, mark.drawing(), mark.x(), mark.y(), mark.grey());
            }
            queue.ready(place);
        }

        @Override
        public void abandon() {
            queue.abandon(place);
        }

        @Override
        public void close() {
            packer.close();
        }

        private YuvPlanes planes(MoviePicture picture) {
            return new YuvPlanes(
                    painting.layout(), painting.size(), plane(picture, 0), plane(picture, 1), plane(picture, 2));
        }

        private static YuvPlanes.Plane plane(MoviePicture picture, int index) {
            return new YuvPlanes.Plane(picture.plane(index), picture.stride(index));
        }
    }
}
