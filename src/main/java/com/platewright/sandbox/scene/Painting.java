// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipRenderer.Progress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/** The work of one clip, done by every thread that calls it: take the next frame, paint it, hand it on. */
final class Painting implements Callable<Void> {
    /** Lines at a time: what a processor's cache holds. */
    private static final int STRIP = 16;

    private final ClipOrder order;
    private final SceneClip clip;
    private final Reel reel;
    private final Progress progress;
    private final int frames;
    private int next;
    private int turn;
    private boolean failed;

    Painting(ClipOrder order, SceneClip clip, Reel reel, Progress progress) {
        this.order = order;
        this.clip = clip;
        this.reel = reel;
        this.progress = progress;
        this.frames = Math.max(order.format().frames(), order.exr().frames());
    }

    @Override
    public Void call() throws Exception {
        ClipOrder.Format format = order.format();
        FloatBuffer frame = ByteBuffer.allocateDirect(format.width() * format.height() * 16)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        try {
            for (int index = claim(); index < frames; index = claim()) {
                paint(index, frame.clear());
                if (index < order.exr().frames()) {
                    spoil(index, frame);
                    reel.exr(index, frame.rewind());
                    if (isSpoilt(index)) {
                        paint(index, frame.clear());
                    }
                }
                hand(index, frame.rewind());
            }
        } catch (Exception e) {
            fail();
            throw e;
        }
        return null;
    }

    private void paint(int index, FloatBuffer into) throws InterruptedException {
        SceneClip.Frame frame = clip.frame(index);
        int height = order.format().height();
        for (int line = 0; line < height; line += STRIP) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the renderer was stopped");
            }
            frame.lines(line, Math.min(STRIP, height - line), into);
        }
        into.flip();
    }

    private synchronized int claim() {
        return failed ? frames : next++;
    }

    /** Adds a frame to the movie when its turn has come. Frames are claimed in order, so somebody has the one before. */
    private synchronized void hand(int index, FloatBuffer frame) throws Exception {
        while (turn != index && !failed) {
            wait();
        }
        if (!failed) {
            if (index < order.format().frames()) {
                reel.picture(index, frame);
            }
            turn++;
            progress.frames(turn, frames);
            notifyAll();
        }
    }

    private synchronized void fail() {
        failed = true;
        notifyAll();
    }

    private boolean isSpoilt(int index) {
        return is(order.exr().nan(), index) || is(order.exr().black(), index);
    }

    /** What a script of faults wants to be wrong with the samples: a block of NaN, or nothing but black. */
    private void spoil(int index, FloatBuffer frame) {
        if (is(order.exr().black(), index)) {
            for (int i = 0; i < frame.limit(); i++) {
                frame.put(i, i % 4 == 3 ? 1 : 0);
            }
        }
        if (is(order.exr().nan(), index)) {
            int width = order.format().width();
            for (int line = 4; line < 12; line++) {
                for (int column = 4; column < 12; column++) {
                    frame.put((line * width + column) * 4 + 1, Float.NaN);
                }
            }
        }
    }

    private static boolean is(OptionalInt frame, int index) {
        return frame.isPresent() && frame.getAsInt() == index;
    }
}
