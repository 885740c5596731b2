// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** The sea at sunset: a road of glitter under the sun, clouds lit from below, a sailing boat and gulls. */
final class SeaScene implements Scene {
    private static final float HORIZON = 0.47f;
    private static final float EYE = 2.4f;
    private static final float FOCAL = 1.2f;
    private static final float MARGIN = 0.5f;
    private static final Ink DEEP = new Ink(0.003f, 0.014f, 0.020f);

    private final Stage stage;
    private final int seed;
    private final float sunX;
    private final float sunY;
    private final Ink sun;
    private final Ink glow;
    private final Ink zenith;
    private final float boatX;
    private final Layer sky;
    private final float[] waves;

    SeaScene(Stage stage, Prompt prompt) {
        this.stage = stage;
        Dice dice = prompt.dice();
        seed = dice.seed();
        boolean left = dice.next() < 0.5f;
        sunX = stage.aspect() * (left ? dice.in(0.28f, 0.36f) : dice.in(0.62f, 0.70f));
        boatX = stage.aspect() * (left ? dice.in(0.64f, 0.72f) : dice.in(0.26f, 0.34f));
        sunY = HORIZON - dice.in(0.045f, 0.075f);
        float red = dice.next();
        sun = new Ink(1, Curve.mix(0.62f, 0.44f, red), Curve.mix(0.30f, 0.14f, red));
        glow = new Ink(1.15f, Curve.mix(0.46f, 0.30f, red), Curve.mix(0.18f, 0.13f, red));
        zenith = new Ink(0.055f, 0.10f, dice.in(0.20f, 0.27f));
        sky = Layer.paint(
                stage.aspect() + 2 * MARGIN,
                HORIZON + 0.42f,
                stage.height() * 0.6f,
                1,
                (x, y, rgba) -> sky(x - MARGIN, y - 0.42f, rgba));
        waves = waves(dice);
    }

    /** Per wave: direction (two), cycles per metre in radians, height of its slope, speed. */
    private static float[] waves(Dice dice) {
        float[] waves = new float[9 * 5];
        for (int i = 0; i < 9; i++) {
            float angle = dice.in(-0.75f, 0.75f) + 1.5707964f;
            float length = 14f * Curve.fade(i * 0.47f) * dice.in(0.8f, 1.2f);
            float k = 6.2831855f / length;
            waves[i * 5] = Curve.cos(angle);
            waves[i * 5 + 1] = Curve.sin(angle);
            waves[i * 5 + 2] = k;
            waves[i * 5 + 3] = dice.in(0.020f, 0.042f) + 0.004f * i;
            waves[i * 5 + 4] = (float) Math.sqrt(9.8f * k);
        }
        return waves;
    }

    private void sky(float x, float y, float[] rgba) {
        float up = (HORIZON - y) / HORIZON;
        float dx = x - sunX;
        float dy = y - sunY;
        float d2 = dx * dx + dy * dy;
        float low = Curve.fade(Math.max(0, up) * 3.1f);
        float beside = 1 / (1 + 1.3f * dx * dx);
        Ink ink = zenith.times(1 - 0.4f * Curve.clamp(up)).plus(glow.times(low * (0.24f + 0.62f * beside)));
        ink = ink.plus(new Ink(0.55f, 0.14f, 0.22f).times(0.5f * low * Curve.clamp(up * 3)));
        // Clouds are farther apart overhead than at the horizon.
        float far = 0.30f / (0.14f + Math.max(0, up));
        float cx = (x - 0.9f) * far * 1.6f;
        float cy = far * 5.2f;
        float warp = Noise.layered(cx * 0.8f, cy * 0.8f, 2, seed + 5) - 0.5f;
        float body = Noise.layered(cx + warp * 1.2f, cy + warp, 5, seed);
        float toSun = Noise.layered(cx + warp * 1.2f - dx * 0.10f, cy + warp + 0.14f, 4, seed);
        float cloud = Curve.step(0.47f, 0.68f, body) * Curve.step(0.0f, 0.12f, up);
        float edge = Curve.clamp((body - toSun) * 5 + 0.35f);
        Ink lit = glow.times((0.30f + 1.5f * edge) * (0.35f + 1.25f * beside * low + 0.25f * beside));
        Ink shade = new Ink(0.16f, 0.095f, 0.13f).times(0.5f + beside);
        ink = ink.mix(shade.plus(lit), cloud * 0.92f);
        ink = ink.plus(sun.times((1 - 0.7f * cloud) * (0.010f / (0.004f + d2) + 0.03f / (0.05f + d2))));
        rgba[0] = ink.r();
        rgba[1] = ink.g();
        rgba[2] = ink.b();
        rgba[3] = 1;
    }

    @Override
    public Moment at(float time) {
        float drift = 0.004f * time;
        float heave = 0.004f * Curve.sin(time * 0.8f);
        return strip -> {
            float[] rgb = new float[4];
            strip.all((at, x, yy) -> {
                float y = yy + heave;
                if (y < HORIZON) {
                    sky.sampleOn(x + MARGIN + drift, y + 0.42f, rgb);
                    float d = Curve.length(x - sunX, y - sunY);
                    float disc = 130 * Curve.step(0.0275f, 0.0250f, d);
                    strip.set(at, rgb[0] + disc * sun.r(), rgb[1] + disc * sun.g(), rgb[2] + disc * sun.b());
                } else {
                    water(x, y, time, rgb);
                    strip.set(at, rgb[0], rgb[1], rgb[2]);
                }
            });
            boat(strip, time, heave);
            gulls(strip, time);
            veil(strip);
        };
    }

    private void water(float x, float y, float time, float[] rgb) {
        float below = Math.max(y - HORIZON, 0.0006f);
        float z = EYE * FOCAL / below;
        float wx = (x - stage.aspect() / 2) * z / FOCAL;
        float slopeX = 0;
        float slopeZ = 0;
        float footprint = z * z / (EYE * FOCAL * stage.height());
        for (int i = 0; i < waves.length; i += 5) {
            float k = waves[i + 2];
            float keep = 1 / (1 + 0.6f * k * footprint * k * footprint);
            float phase = k * (waves[i] * wx + waves[i + 1] * z) + waves[i + 4] * time;
            float s = Curve.cos(phase) * waves[i + 3] * keep;
            slopeX += waves[i] * s;
            slopeZ += waves[i + 1] * s;
        }
        float ripple = Noise.value(wx * 2.1f + time * 0.7f, z * 1.3f + time * 1.6f, seed + 3) - 0.5f;
        float cross = Noise.value(wx * 1.7f - time * 0.9f, z * 1.5f + time, seed + 4) - 0.5f;
        float fine = 1 / (1 + 2 * footprint);
        slopeX += ripple * 0.16f * fine;
        slopeZ += cross * 0.16f * fine;
        float look = below / FOCAL;
        float mirror = look - 2 * slopeZ * (1 + 0.5f * look) + 0.02f;
        float up = Math.abs(mirror);
        float facing = Curve.clamp(look + 0.06f - slopeZ * 0.9f);
        float grazing = 1 - Math.min(1, facing);
        float g2 = grazing * grazing;
        float fresnel = 0.03f + 0.90f * g2 * g2 * grazing;
        float skyX = x + 2 * slopeX * 0.9f;
        float skyY = HORIZON - up * FOCAL * 0.95f;
        sky.sampleOn(skyX + MARGIN, skyY + 0.42f, rgb);
        float back = Curve.clamp(0.5f + 6 * slopeZ);
        rgb[0] = rgb[0] * fresnel + DEEP.r() * (1 + 3 * back);
        rgb[1] = rgb[1] * fresnel + DEEP.g() * (1 + 3 * back);
        rgb[2] = rgb[2] * fresnel + DEEP.b() * (1 + 3 * back);
        float rough = 0.0011f + 0.0035f * Curve.clamp(footprint * 0.25f);
        float dx = skyX - sunX;
        float dy = skyY - sunY;
        float r2 = dx * dx * 0.55f + dy * dy * 0.55f;
        float glitter = rough / (rough + r2);
        glitter *= glitter;
        float f = glitter * glitter * (14 + 34 * fine) * fresnel;
        float wide = 0.055f / (0.05f + (x - sunX) * (x - sunX) * 6) * 0.16f;
        rgb[0] += sun.r() * (f + wide * fresnel);
        rgb[1] += sun.g() * (f + wide * fresnel);
        rgb[2] += sun.b() * (f + wide * fresnel);
    }

    /** A ketch against the light: hull, two sails that let some of it through, and what the water shows of them. */
    private void boat(Strip strip, float time, float heave) {
        float size = 0.125f * stage.scale();
        float cx = boatX - 0.006f * time;
        float base = HORIZON + 0.012f - heave;
        float roll = 0.03f * Curve.sin(time * 0.9f);
        float soft = stage.pixel() / size;
        strip.each(cx - size, base - 1.5f * size, cx + size, base + 1.1f * size, (at, x, y) -> {
            float u = (x - cx) / size;
            float v = (y - base) / size;
            if (v > 0.05f) {
                float wobble = 0.10f * (Noise.value(v * 26, time * 3 + u, seed + 8) - 0.5f);
                float hull = Curve.step(0.50f, 0.30f, Math.abs(u + wobble)) * Curve.step(0.95f, 0.05f, v);
                strip.over(at, 0.62f * hull, 0.02f, 0.012f, 0.014f);
                return;
            }
            float tilt = u + roll * v;
            float hull = Math.max(
                    Math.abs(tilt) - (0.46f + 0.35f * v * 0.2f - Math.max(0, v) * 3), Math.abs(v + 0.02f) - 0.065f);
            float main = sail(tilt, v, 0.02f, 0.40f, -1.25f);
            float jib = sail(-tilt, v, 0.01f, 0.36f, -1.02f);
            float mast = Shape.taper(tilt, v, 0, -0.05f, 0.005f, -1.30f, 0.010f, 0.006f);
            float cloth = 0.35f + 0.35f * Curve.clamp(-v);
            strip.over(at, Curve.step(soft, -soft, main) * 0.93f, 0.62f * cloth, 0.26f * cloth, 0.13f * cloth);
            strip.over(at, Curve.step(soft, -soft, jib) * 0.93f, 0.70f * cloth, 0.30f * cloth, 0.15f * cloth);
            strip.over(at, Curve.step(soft, -soft, Math.min(hull, mast)), 0.018f, 0.010f, 0.010f);
        });
    }

    private static float sail(float u, float v, float luff, float foot, float top) {
        float t = Curve.clamp((v + 0.12f) / (top + 0.12f));
        float leech = Curve.mix(foot, 0.02f, t) + 0.09f * Curve.sin(3.1415927f * t);
        return Math.max(Math.max(luff - u, u - leech), Math.max(v + 0.12f, top - v));
    }

    private void gulls(Strip strip, float time) {
        for (int i = 0; i < 7; i++) {
            float size = 0.010f + 0.012f * Noise.cell(i, 1, seed);
            float cx = stage.aspect() * (0.35f + 0.5f * Noise.cell(i, 2, seed))
                    + time * 0.022f * (0.5f + Noise.cell(i, 5, seed));
            float cy = 0.13f + 0.20f * Noise.cell(i, 3, seed) + 0.006f * Curve.sin(time + i);
            float flap = 0.35f + 0.45f * Curve.sin(time * 7 + i * 2.1f);
            float soft = stage.pixel() / size;
            strip.each(cx - size * 1.2f, cy - size, cx + size * 1.2f, cy + size, (at, x, y) -> {
                float u = Math.abs(x - cx) / size;
                float v = (y - cy) / size;
                float arc = -flap * u + 0.55f * flap * u * u;
                float d = Math.abs(v - arc) - 0.075f * (1.05f - u);
                strip.over(at, Curve.step(soft, -soft, Math.max(d, u - 1)), 0.03f, 0.02f, 0.025f);
            });
        }
    }

    private void veil(Strip strip) {
        strip.all((at, x, y) -> {
            float dx = x - sunX;
            float dy = y - sunY;
            strip.add(at, 0.0045f / (0.03f + dx * dx + dy * dy), sun);
        });
    }
}
