// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/**
 * What a camera sees of a terrain: for every pixel the distance of the ground along the view, and behind a crest that covers a
 * part of the pixel only, the distance of the next ground. Found column by column, from the feet to the horizon.
 */
final class TerrainView {
    private static final float NEAREST = 2.2f;
    private static final float FARTHEST = 430;
    private static final float PACE = 1.011f;

    /**
     * Where the camera stands and looks: along z.
     *
     * @param horizon the height of the horizon in the picture, from its top
     * @param focal length in picture heights
     */
    record Camera(float x, float y, float z, float horizon, float focal) {}

    private final Stage stage;
    private final Camera camera;
    private final float[] near;
    private final float[] share;
    private final float[] far;
    private final float[] top;

    TerrainView(Stage stage, Terrain terrain, Camera camera) {
        this.stage = stage;
        this.camera = camera;
        this.near = new float[stage.width() * stage.height()];
        this.share = new float[near.length];
        this.far = new float[near.length];
        this.top = new float[stage.width()];
        for (int column = 0; column < stage.width(); column++) {
            look(terrain, column);
        }
    }

    private void look(Terrain terrain, int column) {
        float aside = (stage.x(column) - stage.aspect() / 2) / camera.focal();
        float bottom = stage.height();
        float before = NEAREST;
        for (float d = NEAREST; d < FARTHEST && bottom > 0; d *= PACE) {
            float ground = terrain.height(camera.x() + aside * d, camera.z() + d);
            float y = (camera.horizon() + (camera.y() - ground) * camera.focal() / d) * stage.height();
            if (y < bottom) {
                fill(column, Math.max(0, y), bottom, d, before);
                bottom = Math.max(0, y);
            }
            before = d;
        }
        top[column] = bottom / stage.height();
    }

    /** Ground from {@code y} down to {@code bottom}, both in lines, at distances from {@code d} to {@code before}. */
    private void fill(int column, float y, float bottom, float d, float before) {
        int first = (int) y;
        int last = Math.min(stage.height() - 1, (int) bottom);
        for (int line = first; line <= last; line++) {
            float covered = Math.min(line + 1, bottom) - Math.max(line, y);
            int at = line * stage.width() + column;
            float t = Curve.clamp((bottom - (line + 0.5f)) / (bottom - y + 1e-6f));
            float here = 1 / Curve.mix(1 / before, 1 / d, t);
            if (near[at] == 0) {
                near[at] = here;
                share[at] = covered;
            } else if (here < near[at] * 1.04f) {
                share[at] = Math.min(1, share[at] + covered);
            } else if (far[at] == 0) {
                far[at] = here;
            }
        }
    }

    /** The distance of the ground; 0 where there is sky. */
    float near(int column, int line) {
        return near[line * stage.width() + column];
    }

    /** How much of the pixel the near ground covers. */
    float share(int column, int line) {
        return share[line * stage.width() + column];
    }

    /** The distance of what is behind the near ground; 0 where that is sky. */
    float far(int column, int line) {
        return far[line * stage.width() + column];
    }

    /** Where the sky begins in a column, in picture heights from the top. */
    float top(int column) {
        return top[column];
    }
}
