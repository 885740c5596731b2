// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.ArrayList;
import java.util.List;

/** A hummingbird at a hibiscus, against the morning sun in a garden out of focus. */
final class GardenScene implements Scene {
    private final Stage stage;
    private final Garden garden;
    private final Hibiscus hibiscus;
    private final Hummingbird bird;
    private final Droplets droplets;
    private final float phase;

    GardenScene(Stage stage, Prompt prompt) {
        Dice dice = prompt.dice();
        this.stage = stage;
        this.phase = dice.in(0, 6);
        float s = stage.scale();
        float middle = stage.aspect() / 2;
        this.garden = new Garden(stage, dice);
        this.hibiscus = new Hibiscus(stage, dice, middle + 0.36f * s, 0.5f + 0.05f * s, 0.37f * s);
        this.bird = new Hummingbird(stage, dice, middle - 0.22f * s, 0.5f + 0.07f * s, 0.90f * s);
        this.droplets = new Droplets(dice, middle + 0.16f * s, 0.5f + 0.02f * s, s);
    }

    @Override
    public Moment at(float time) {
        float sway = Curve.sin(time * 0.9f + phase) * 0.5f + Curve.sin(time * 1.7f + phase * 2) * 0.2f;
        float push = 1 + 0.012f * time;
        float driftX = -0.006f * time + 0.004f * sway;
        float driftY = 0.003f * Curve.sin(time * 0.7f + phase);
        List<Moment> layers = new ArrayList<>();
        layers.add(garden.at(time, driftX, driftY));
        layers.add(hibiscus.at(push, driftX * 2, driftY * 2, sway));
        layers.add(bird.at(time, driftX * 2, driftY * 2));
        layers.add(droplets.at(time, driftX * 2));
        layers.add(garden.flare(time, driftX, driftY));
        return strip -> layers.forEach(layer -> layer.paint(strip));
    }

    Stage stage() {
        return stage;
    }
}
