// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** A colour: linear, Rec.709 primaries, 1.0 being a white wall in the light of the scene. */
record Ink(float r, float g, float b) {
    static final Ink BLACK = new Ink(0, 0, 0);
    static final Ink WHITE = new Ink(1, 1, 1);

    Ink times(float f) {
        return new Ink(r * f, g * f, b * f);
    }

    Ink plus(Ink other) {
        return new Ink(r + other.r, g + other.g, b + other.b);
    }

    Ink mix(Ink other, float t) {
        return new Ink(Curve.mix(r, other.r, t), Curve.mix(g, other.g, t), Curve.mix(b, other.b, t));
    }

    /** Light of this colour on a surface of that one. */
    Ink on(Ink surface) {
        return new Ink(r * surface.r, g * surface.g, b * surface.b);
    }
}
