// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/**
 * Another scene, bent into a circle: towards the end of a round the scene as it goes on dissolves into the scene as it was
 * before the round began, which then goes on. What comes after the last frame is the first one, in place and in speed.
 */
final class LoopScene implements Scene {
    /** Seconds of the dissolve, as long as that is not more than this share of the round. */
    private static final float DISSOLVE = 2;

    private static final float LARGEST_SHARE = 0.4f;

    private final Scene scene;
    private final float round;
    private final float dissolve;
    private final float start;

    /**
     * @param round seconds
     * @param start where in the round the first frame lies, in seconds
     */
    LoopScene(Scene scene, float round, float start) {
        this.scene = scene;
        this.round = round;
        this.dissolve = Math.min(DISSOLVE, LARGEST_SHARE * round);
        this.start = start;
    }

    @Override
    public Moment at(float time) {
        float turned = time + start;
        float now = turned - round * Curve.floor(turned / round);
        float share = Curve.step(round - dissolve, round, now);
        Moment going = scene.at(now);
        if (share == 0) {
            return going;
        }
        Moment coming = scene.at(now - round);
        return new Mixed(going, coming, share);
    }

    @Override
    public void close() {
        scene.close();
    }

    /** Two moments at once. */
    private record Mixed(Moment from, Moment to, float share) implements Moment {
        @Override
        public void paint(Strip strip) {
            Strip other = new Strip(strip.stage(), strip.first(), strip.end() - strip.first());
            from.paint(strip);
            to.paint(other);
            float[] a = strip.rgb();
            float[] b = other.rgb();
            for (int i = 0; i < a.length; i++) {
                a[i] = Curve.mix(a[i], b[i], share);
            }
        }

        @Override
        public float grain() {
            return Curve.mix(from.grain(), to.grain(), share);
        }
    }
}
