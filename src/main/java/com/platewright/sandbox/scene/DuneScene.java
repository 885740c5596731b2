// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** An astronaut crosses dunes at dawn; the sun has just come up, and the wind carries sand off the crests. */
final class DuneScene implements Scene {
    private static final float FOCAL = 1.25f;
    private static final float NEAR_CREST = 17;
    private static final Ink SUN = new Ink(1.0f, 0.62f, 0.30f);
    private static final Ink ZENITH = new Ink(0.060f, 0.125f, 0.31f);
    private static final Ink GLOW = new Ink(0.95f, 0.42f, 0.16f);

    private final Stage stage;
    private final Terrain terrain;
    private final Astronaut astronaut;
    private final boolean peopled;
    private final float sunX;
    private final float sunY;
    private final float horizon = 0.47f;
    private final float awayX;
    private final float awayZ;
    private final Ink sand;
    private final int seed;
    private final float startX;
    private final float startZ;
    private final float eye;
    private final float walkX;
    private final float walkZ;
    private final float walkSlope;

    DuneScene(Stage stage, Prompt prompt) {
        Dice dice = prompt.dice();
        this.stage = stage;
        this.seed = dice.seed();
        this.sunX = stage.aspect() * dice.in(0.25f, 0.32f);
        this.sunY = horizon - 0.055f;
        float aside = (sunX - stage.aspect() / 2) / FOCAL;
        float length = Curve.length(aside, 1);
        // The light falls a little more from the side than the sun stands, or all slopes would be seen from their
        // shadow.
        float lightX = aside / length - 0.95f;
        float lightZ = 1 / length;
        float unit = Curve.length(lightX, lightZ);
        this.awayX = -lightX / unit;
        this.awayZ = -lightZ / unit;
        this.terrain = new Terrain(dice, -awayX, -awayZ, 0.115f);
        this.peopled = prompt.says("astronaut", "cosmonaut", "explorer", "figure", "suit", "man", "woman", "walk") > 0;
        Ink desert = new Ink(0.62f, dice.in(0.27f, 0.33f), dice.in(0.11f, 0.15f));
        Ink mars = new Ink(0.60f, dice.in(0.17f, 0.20f), dice.in(0.065f, 0.09f));
        this.sand = prompt.says("mars", "martian", "red", "planet") > 0 ? mars : desert;
        Lookout lookout = lookout(dice);
        this.startX = lookout.x();
        this.startZ = lookout.z();
        this.eye = lookout.eye();
        // The walk follows the crest that stands against the sky, two thirds across the picture.
        this.walkX = startX + 0.13f * stage.aspect() * NEAR_CREST / FOCAL;
        this.walkZ = crest(walkX);
        this.walkSlope = (crest(walkX + 5) - walkZ) / 5;
        this.astronaut = new Astronaut(dice);
    }

    private record Lookout(float x, float z, float eye) {}

    /** A place to stand from which the sun is seen, and a foreground that it lights. */
    private Lookout lookout(Dice dice) {
        Lookout best = new Lookout(0, 0, 0);
        float most = -Float.MAX_VALUE;
        for (int i = 0; i < 300; i++) {
            float x = dice.in(120, 420);
            float z = dice.in(60, 330);
            float eye = Math.max(terrain.height(x, z), terrain.height(x + 2.5f, z + 2)) + 3.1f;
            float lit = 0;
            for (float d = 4; d < 24; d += 1) {
                for (float side = -0.5f; side < 0.6f; side += 0.25f) {
                    lit += Math.min(0.12f, terrain.light(x + side * d, z + d));
                }
            }
            // The crest before the camera shall stand a hand's breadth under the horizon, neither higher nor out of
            // sight.
            float score = lit
                    - 60 * Math.abs(skyline(x, z, eye, 0.16f, 11, 26) + 0.075f)
                    - 300 * Math.max(0, skyline(x, z, eye, (sunX - stage.aspect() / 2) / FOCAL, 6, 200) - 0.01f);
            if (score > most) {
                most = score;
                best = new Lookout(x, z, eye);
            }
        }
        return best;
    }

    /** How high the ground between two distances stands over the horizon in the picture, at an angle from straight ahead. */
    private float skyline(float x, float z, float eye, float aside, float from, float to) {
        float highest = -Float.MAX_VALUE;
        for (float d = from; d < to; d *= 1.03f) {
            highest = Math.max(highest, (terrain.height(x + aside * d, z + d) - eye) * FOCAL / d);
        }
        return highest;
    }

    /** How far away the ground between 11 and 26 metres stands highest in the picture. */
    private float crest(float x) {
        float best = 0;
        float highest = -Float.MAX_VALUE;
        for (float d = 11; d < 26; d += 0.25f) {
            float rise = (terrain.height(x, startZ + d) - eye) / d;
            if (rise > highest) {
                highest = rise;
                best = startZ + d;
            }
        }
        return best;
    }

    @Override
    public Moment at(float time) {
        float x = startX + 0.55f * time;
        float z = startZ + 0.25f * time;
        float y = eye;
        TerrainView.Camera camera = new TerrainView.Camera(x, y, z, horizon, FOCAL);
        TerrainView view = new TerrainView(stage, terrain, camera);
        float footX = walkX + 0.75f * time;
        float footZ = walkZ + walkSlope * (footX - walkX);
        Standing standing = new Standing(footX, footZ, terrain.height(footX, footZ), time);
        return strip -> paint(strip, view, camera, standing);
    }

    /** Where the astronaut is. */
    private record Standing(float x, float z, float ground, float time) {}

    private void paint(Strip strip, TerrainView view, TerrainView.Camera camera, Standing standing) {
        float[] rgb = new float[3];
        for (int line = strip.first(); line < strip.end(); line++) {
            for (int column = 0; column < stage.width(); column++) {
                int at = strip.at(column, line);
                float near = view.near(column, line);
                float share = near == 0 ? 0 : view.share(column, line);
                float far = view.far(column, line);
                float px = stage.x(column);
                float py = stage.y(line);
                if (share < 1) {
                    if (far == 0) {
                        sky(px, py, view.top(column), standing.time(), rgb);
                    } else {
                        ground(px, far, camera, standing, rgb);
                    }
                    strip.set(at, rgb[0], rgb[1], rgb[2]);
                }
                if (share > 0) {
                    ground(px, near, camera, standing, rgb);
                    strip.over(at, share, rgb[0], rgb[1], rgb[2]);
                }
            }
        }
        float d = standing.z() - camera.z();
        float x = stage.aspect() / 2 + (standing.x() - camera.x()) * FOCAL / d;
        float y = camera.horizon() + (camera.y() - standing.ground()) * FOCAL / d;
        if (peopled) {
            astronaut.paint(strip, x, y, Astronaut.HEIGHT * FOCAL / d, standing.time());
        }
        veil(strip);
    }

    private void sky(float x, float y, float top, float time, float[] rgb) {
        float up = Curve.clamp((horizon - y) / horizon + 0.02f);
        float dx = x - sunX;
        float dy = y - sunY;
        float d2 = dx * dx + dy * dy;
        float low = Curve.fade(up * 4.2f);
        float beside = 1 / (1 + 1.5f * dx * dx);
        Ink ink = ZENITH.times(1 - 0.45f * up).plus(GLOW.times(low * (0.35f + 0.75f * beside)));
        float cloud = Curve.step(0.52f, 0.80f, Noise.layered(x * 1.3f + time * 0.004f, y * 11, 3, seed));
        ink = ink.plus(GLOW.times(0.45f * cloud * low * beside));
        float halo = 0.006f / (0.003f + d2) + 0.010f / (0.03f + d2);
        float disc = Curve.step(0.0225f, 0.0195f, (float) Math.sqrt(d2));
        ink = ink.plus(SUN.times(halo + 150 * disc));
        float above = top - y;
        if (above < 0.16f) {
            float wisp = Noise.layered(x * 5 - time * 1.1f, y * 16 + time * 0.1f, 3, seed + 5);
            float dust = Curve.fade(above * 26) * Curve.step(0.34f, 0.72f, wisp);
            ink = ink.plus(SUN.times(dust * (0.45f + 1.9f * beside)));
        }
        rgb[0] = ink.r();
        rgb[1] = ink.g();
        rgb[2] = ink.b();
    }

    private void ground(float px, float d, TerrainView.Camera camera, Standing standing, float[] rgb) {
        float aside = (px - stage.aspect() / 2) / FOCAL;
        float x = camera.x() + aside * d;
        float z = camera.z() + d;
        float light = terrain.light(x, z) * 2.1f;
        float detail = Curve.fade(d * 0.022f);
        float bend = Noise.value(x * 0.35f, z * 0.35f, seed + 1) * 5;
        float wave = (z * 0.9f + x * 0.35f) * 7.5f + bend;
        float ripple = Curve.sin(wave) + 0.4f * Curve.sin(wave * 2.3f + bend);
        float grain = Noise.cell(Curve.floor(x * 40), Curve.floor(z * 40), seed) - 0.5f;
        float rough = Noise.value(x * 0.5f, z * 0.5f, seed + 9);
        light *= 1 + detail * (0.55f * ripple + 0.4f * grain * Curve.step(2.5f, 9, d));
        if (peopled) {
            light *= 1 - 0.94f * astronaut.shadow(x - standing.x(), z - standing.z(), awayX, awayZ, standing.time());
        }
        float sky = (0.085f + 0.02f * ripple * detail) * (0.8f + 0.4f * rough);
        float r = sand.r() * (SUN.r() * 5.2f * light + sky * 0.9f);
        float g = sand.g() * (SUN.g() * 5.2f * light + sky * 1.35f);
        float b = sand.b() * (SUN.b() * 5.2f * light + sky * 3.6f);
        float blown = 0;
        if (light > 0.01f && d > 6) {
            float stream = Noise.layered(x * 0.16f - standing.time() * 1.4f, z * 0.55f, 2, seed + 5);
            blown = 0.5f * Curve.step(0.50f, 0.85f, stream) * Curve.step(6, 40, d) * Math.min(1, 3 * light);
        }
        float dx = px - sunX;
        float haze = 1 - Curve.fade(d * 0.0052f);
        float toSun = 1 / (1 + 2.2f * dx * dx);
        float mist = Math.min(1, haze + blown);
        rgb[0] = Curve.mix(r, GLOW.r() * (0.40f + 0.75f * toSun) + 0.05f, mist);
        rgb[1] = Curve.mix(g, GLOW.g() * (0.40f + 0.80f * toSun) + 0.08f, mist);
        rgb[2] = Curve.mix(b, GLOW.b() * (0.50f + 0.60f * toSun) + 0.13f, mist);
    }

    /** Light of the sun in the lens. */
    private void veil(Strip strip) {
        strip.all((at, x, y) -> {
            float dx = x - sunX;
            float dy = y - sunY;
            strip.add(at, 0.006f / (0.04f + dx * dx + dy * dy), SUN);
        });
    }
}
