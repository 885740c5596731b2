// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.crew.Ending;
import com.platewright.crew.Result;
import com.platewright.media.movie.MoviePicture;
import com.platewright.media.movie.MovieWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings pictures that are painted in any order to the encoder in theirs. When the clip turns out to be of no use, or the
 * encoder fails, pictures are still taken back, so that no painter waits for ever.
 */
final class EncoderQueue implements AutoCloseable {
    private final MovieWriter writer;
    private final Map<Integer, MoviePicture> ready = new HashMap<>();
    private final Thread thread;
    private Optional<Throwable> failure = Optional.empty();
    private int begun;
    private boolean useless;
    private boolean complete;
    private long busy;
    private long waiting;
    private long queued;
    private int taken;
    private int deepest;

    /** A picture that is being painted, and which of the clip it is. */
    record Place(int index, @Nullable MoviePicture loan) {
        static final Place NONE = new Place(-1, null);

        MoviePicture picture() {
            if (loan == null) {
                throw new IllegalStateException("no picture is being painted");
            }
            return loan;
        }
    }

    EncoderQueue(MovieWriter writer) {
        this.writer = writer;
        this.thread = new Thread(this::encode, "encoder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for a picture to paint on. Called in order. */
    Place begin(int index) throws IOException, InterruptedException {
        rethrow();
        MoviePicture picture = writer.borrow();
        synchronized (this) {
            begun = index + 1;
        }
        return new Place(index, picture);
    }

    synchronized void ready(Place place) throws IOException {
        rethrow();
        if (useless) {
            writer.giveBack(place.picture());
            return;
        }
        ready.put(place.index(), place.picture());
        notifyAll();
    }

    synchronized void abandon(Place place) {
        ready.put(place.index(), place.picture());
        giveUp();
    }

    private synchronized void giveUp() {
        useless = true;
        ready.values().forEach(writer::giveBack);
        ready.clear();
    }

    /** Waits until everything that was begun is encoded. */
    void finish() throws IOException, InterruptedException {
        synchronized (this) {
            complete = true;
            notifyAll();
        }
        thread.join();
        rethrow();
    }

    @Override
    public void close() {
        Ending.of(thread);
    }

    private void encode() {
        try {
            int index = 0;
            for (Optional<MoviePicture> next = await(index); next.isPresent(); next = await(++index)) {
                long start = System.nanoTime();
                writer.write(next.get());
                add(System.nanoTime() - start, 0);
            }
        } catch (InterruptedException e) {
            return; // closed before its end
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private synchronized void add(long worked, long waited) {
        busy += worked;
        waiting += waited;
    }

    /** Of the thread that feeds the encoder; those that it has of its own are not seen. */
    synchronized StageTime time() {
        StageTime.Queue depth = new StageTime.Queue(taken == 0 ? 0 : (double) queued / taken, deepest);
        return new StageTime("encode", busy / 1e9, waiting / 1e9, Optional.of(depth));
    }

    private synchronized void fail(Throwable cause) {
        failure = Optional.of(cause);
        giveUp();
    }

    private synchronized Optional<MoviePicture> await(int index) throws InterruptedException {
        long start = System.nanoTime();
        while (!ready.containsKey(index) && !(complete && index >= begun)) {
            wait();
        }
        add(0, System.nanoTime() - start);
        if (ready.containsKey(index)) {
            queued += ready.size();
            deepest = Math.max(deepest, ready.size());
            taken++;
        }
        return Optional.ofNullable(ready.remove(index));
    }

    private synchronized void rethrow() throws IOException {
        if (failure.isPresent()) {
            throw Result.failure(failure.get());
        }
    }
}
