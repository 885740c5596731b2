// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipOrder.ExrStyle;
import com.platewright.sandbox.clip.ClipOrder.Format;
import com.platewright.sandbox.clip.ClipOrder.Inputs;
import com.platewright.sandbox.clip.ClipOrder.Pin;
import com.platewright.sandbox.clip.ClipOrder.Source;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneRendererTest {
    @TempDir
    private Path folder;

    /** What was handed over: samples of the EXR frames by number, the movie's frames in the order they came. */
    private static final class Tape implements Reel {
        private final Map<Integer, float[]> exr = new ConcurrentHashMap<>();
        private final List<Integer> pictures = Collections.synchronizedList(new ArrayList<>());
        private final Map<Integer, float[]> movie = new ConcurrentHashMap<>();
        private int failsAt = -1;
        private boolean finished;
        private boolean closed;

        @Override
        public void exr(int index, FloatBuffer rgba) throws IOException {
            if (index == failsAt) {
                throw new IOException("no space for frame " + index);
            }
            exr.put(index, samples(rgba));
        }

        @Override
        public void picture(int index, FloatBuffer rgba) {
            pictures.add(index);
            movie.put(index, samples(rgba));
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void close() {
            closed = true;
        }

        private float[] plate(int index) {
            return Objects.requireNonNull(exr.get(index));
        }

        private float[] picture(int index) {
            return Objects.requireNonNull(movie.get(index));
        }

        private static float[] samples(FloatBuffer rgba) {
            float[] samples = new float[rgba.remaining()];
            rgba.duplicate().get(samples);
            return samples;
        }
    }

    private static ClipOrder order(int movie, ExrStyle exr) {
        return new ClipOrder("silk", 0, new Format(32, 18, movie, true, false), Inputs.NONE, exr, true);
    }

    private static SceneRenderer renderer(Tape tape, int threads) {
        return new SceneRenderer((order, into) -> tape, Pictures.NONE, threads);
    }

    @Test
    void everyFrameIsHandedOverOnceAndTheMovieInOrder() throws Exception {
        Tape tape = new Tape();
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        renderer(tape, 5).render(order(40, ExrStyle.sound(40)), ClipFolder.create(folder), (done, frames) -> {
            assertThat(frames).isEqualTo(40);
            told.add(done);
        });
        assertThat(tape.exr).hasSize(40);
        assertThat(tape.pictures).hasSize(40).isSorted();
        assertThat(tape.finished && tape.closed).isTrue();
        assertThat(told).hasSize(40).isSorted().endsWith(40);
        assertThat(tape.exr.get(17)).isEqualTo(tape.movie.get(17)).hasSize(32 * 18 * 4);
    }

    @Test
    void theNumberOfThreadsDoesNotShowInThePicture() throws Exception {
        Tape one = new Tape();
        Tape many = new Tape();
        renderer(one, 1).render(order(6, ExrStyle.sound(6)), ClipFolder.create(folder), (done, frames) -> {});
        renderer(many, 6).render(order(6, ExrStyle.sound(6)), ClipFolder.create(folder), (done, frames) -> {});
        for (int i = 0; i < 6; i++) {
            assertThat(many.exr.get(i)).isEqualTo(one.exr.get(i));
        }
    }

    @Test
    void movieAndFramesMayDifferInLength() throws Exception {
        Tape tape = new Tape();
        renderer(tape, 2).render(order(5, ExrStyle.sound(8)), ClipFolder.create(folder), (done, frames) -> {});
        assertThat(tape.exr).hasSize(8);
        assertThat(tape.pictures).hasSize(5);

        Tape noExr = new Tape();
        renderer(noExr, 2).render(order(5, ExrStyle.sound(0)), ClipFolder.create(folder), (done, frames) -> {});
        assertThat(noExr.exr).isEmpty();
        assertThat(noExr.pictures).hasSize(5);
    }

    @Test
    void spoiltSamplesAreInTheExrOnly() throws Exception {
        Tape tape = new Tape();
        ExrStyle style = new ExrStyle(4, "dwab", true, OptionalInt.of(1), OptionalInt.of(3));
        renderer(tape, 2).render(order(4, style), ClipFolder.create(folder), (done, frames) -> {});
        assertThat(nans(tape.plate(1))).isEqualTo(64);
        assertThat(nans(tape.picture(1))).isZero();
        float sum = 0;
        for (int i = 0; i < tape.plate(3).length; i++) {
            sum += i % 4 == 3 ? 0 : tape.plate(3)[i];
        }
        assertThat(sum).isZero();
        assertThat(nans(tape.plate(0)) + nans(tape.plate(2))).isZero();
    }

    @Test
    void aFailureEndsAllThreadsAndIsTold() {
        Tape tape = new Tape();
        tape.failsAt = 3;
        assertThatThrownBy(() -> renderer(tape, 4)
                        .render(order(60, ExrStyle.sound(60)), ClipFolder.create(folder), (done, frames) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no space for frame 3");
        assertThat(tape.finished).isFalse();
        assertThat(tape.closed).isTrue();
        assertThat(tape.pictures).doesNotContain(3);
    }

    @Test
    void anInterruptionStopsRenderingSoon() throws Exception {
        Tape tape = new Tape();
        ClipFolder into = ClipFolder.create(folder);
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        Thread thread = new Thread(() -> {
            try {
                renderer(tape, 2).render(order(100_000, ExrStyle.sound(0)), into, (done, frames) -> {});
            } catch (IOException | InterruptedException e) {
                thrown.add(e);
            }
        });
        thread.start();
        while (tape.pictures.size() < 3) {
            Thread.sleep(5);
        }
        thread.interrupt();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(thrown).hasSize(1).first().isInstanceOf(InterruptedException.class);
        assertThat(tape.finished).isFalse();
    }

    @Test
    void whatCannotBeMadeIsSaidInASentence() {
        SceneRenderer renderer = renderer(new Tape(), 1);
        ClipOrder sound = order(5, ExrStyle.sound(5));
        assertThat(renderer.refusal(sound)).isEmpty();
        Inputs gone = new Inputs(List.of(new Pin(Path.of("gone.png"), 0)), Optional.empty());
        assertThat(renderer.refusal(new ClipOrder("x", 0, sound.format(), gone, sound.exr(), true)))
                .hasValue("An image cannot be read: gone.png");
        Format odd = new Format(33, 18, 5, false, false);
        assertThat(renderer.refusal(new ClipOrder("x", 0, odd, Inputs.NONE, sound.exr(), true)))
                .isPresent();
    }

    @Test
    void aMovieThatCannotBeReadEndsTheWork() {
        Source gone = Source.edited(Path.of("gone.mp4"), 0.5);
        Inputs inputs = new Inputs(List.of(), Optional.of(gone));
        ClipOrder order = new ClipOrder("x", 0, new Format(32, 18, 5, false, false), inputs, ExrStyle.sound(0), true);
        assertThatThrownBy(() -> renderer(new Tape(), 2).render(order, ClipFolder.create(folder), (done, frames) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone.mp4");
        assertThatThrownBy(() -> renderer(new Tape(), 2).footage(Path.of("gone.mp4")))
                .isInstanceOf(IOException.class);
    }

    private static long nans(float[] samples) {
        long count = 0;
        for (float sample : samples) {
            count += Float.isNaN(sample) ? 1 : 0;
        }
        return count;
    }
}
