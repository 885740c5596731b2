// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.crew.Ending;
import com.platewright.crew.Result;
import com.platewright.media.MovieFacts;
import com.platewright.media.movie.MovieProbe;
import com.platewright.media.still.StillReader;
import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipRenderer;
import com.platewright.sandbox.clip.Footage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Paints clips with as many threads as it is given, each at a frame of its own, so that memory is a frame per thread:
 * clips from a prompt, from stills at their frames, looped, and movies that are edited or reframed.
 */
public final class SceneRenderer implements ClipRenderer {
    private static final int LARGEST = 8192;

    private final Reel.Maker reels;
    private final Still.Reader stills;
    private final int threads;

    /**
     * Paints into EXR files and an H.264 movie.
     *
     * @param threads that paint, at least 1; a frame of RGBA float is held for each
     */
    public static SceneRenderer standard(int threads) {
        return new SceneRenderer(EncodedReel::open, SceneRenderer::still, threads);
    }

    SceneRenderer(Reel.Maker reels, Still.Reader stills, int threads) {
        this.reels = reels;
        this.stills = stills;
        this.threads = threads;
    }

    @Override
    public Optional<String> refusal(ClipOrder order) {
        ClipOrder.Format format = order.format();
        if (isOdd(format.width()) || isOdd(format.height())) {
            return Optional.of("The sandbox renders even sizes from 16 to " + LARGEST + " pixels.");
        }
        for (ClipOrder.Pin pin : order.inputs().pins()) {
            try {
                stills.read(pin.image());
            } catch (IOException e) {
                return Optional.of("An image cannot be read: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Still still(Path file) throws IOException {
        var read = StillReader.read(file);
        return new Still(read.size().width(), read.size().height(), read.rgb());
    }

    private static boolean isOdd(int size) {
        return size < 16 || size > LARGEST || size % 2 != 0;
    }

    /** Every frame is decoded: what a movie's header says of its length is not always so. */
    @Override
    public Footage footage(Path movie) throws IOException {
        MovieFacts facts = MovieProbe.probe(movie);
        return new Footage(
                facts.size().width(),
                facts.size().height(),
                Math.toIntExact(facts.frames()),
                facts.rate().seconds(1));
    }

    @Override
    public void render(ClipOrder order, ClipFolder into, Progress progress) throws IOException, InterruptedException {
        try (SceneClip clip = SceneClip.of(order, stills, threads);
                Reel reel = reels.open(order, into)) {
            paint(new Painting(order, clip, reel, progress));
            reel.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void paint(Painting painting) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "sandbox-painter");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(workers.submit(painting));
            }
            for (Future<?> each : all) {
                Result.of(each);
            }
        } finally {
            // Nobody may paint any more when reel and clip are closed and the caller deletes their folder.
            Ending.of(workers);
        }
    }
}
