// SPDX-License-Identifier: Apache-2.0
// Included twice by pixel.h, so without a guard: what each step of a colour transform does to a register of pixels.
// ACES means the Academy's reference implementation in CTL, release 1.x; its constants are those of OpenColorIO.

struct Clamp {
  float low, high;

  explicit Clamp(const ColourStep& step) : low(step.numbers[0]), high(step.numbers[1]) {}

  /** Not a number becomes low. */
  [[gnu::always_inline]] Lane bounded(const Lane& v) const { return smaller(larger(v, Lane{} + low), Lane{} + high); }

  [[gnu::always_inline]] void operator()(Lane& r, Lane& g, Lane& b) const {
    r = bounded(r);
    g = bounded(g);
    b = bounded(b);
  }
};

struct Matrix {
  const std::array<float, 12>& m;  // row by row, the offset last

  explicit Matrix(const ColourStep& step) : m(step.numbers) {}

  [[gnu::always_inline]] void operator()(Lane& r, Lane& g, Lane& b) const {
    const Lane x = r, y = g, z = b;
    r = m[0] * x + m[1] * y + m[2] * z + m[3];
    g = m[4] * x + m[5] * y + m[6] * z + m[7];
    b = m[8] * x + m[9] * y + m[10] * z + m[11];
  }
};

struct Curves {
  const float *red, *green, *blue;

  explicit Curves(const ColourStep& step)
      : red(step.curves[0]->data()), green(step.curves[1]->data()), blue(step.curves[2]->data()) {}

  [[gnu::always_inline]] void operator()(Lane& r, Lane& g, Lane& b) const {
    r = look(red, r);
    g = look(green, g);
    b = look(blue, b);
  }
};

/** How colourful a pixel is, from 0 to 1 (ACES rgb_2_saturation); dark noise is not colourful. */
[[gnu::always_inline]] inline Lane saturation(const Lane& r, const Lane& g, const Lane& b) {
  const Lane least = Lane{} + 1e-10F;
  const Lane high = larger(r, larger(g, b)), low = smaller(r, smaller(g, b));
  return (larger(high, least) - larger(low, least)) / larger(high, Lane{} + 1e-2F);
}

/** Brightens dark colourful pixels (ACES glow module, forward). */
struct Glow {
  float gain, middle;

  explicit Glow(const ColourStep& step) : gain(step.numbers[0]), middle(step.numbers[1]) {}

  /** An S from 0 to 1 around a saturation of 0.4. */
  [[gnu::always_inline]] static Lane shaped(const Lane& saturation) {
    const Lane x = (saturation - 0.4F) * 5.0F;
    const Lane t = larger(1.0F - 0.5F * (x < 0.0F ? -x : x), Lane{});
    const Lane arc = 1.0F - t * t;
    return (1.0F + (x < 0.0F ? -arc : arc)) * 0.5F;
  }

  [[gnu::always_inline]] void operator()(Lane& r, Lane& g, Lane& b) const {
    const Lane chroma = rootOf(larger(Lane{}, b * (b - g) + g * (g - r) + r * (r - b)));
    const Lane luma = (b + g + r + 1.75F * chroma) * (1.0F / 3.0F);
    // all of the gain below two thirds of the middle, none above its double
    const Lane share = larger(Lane{}, middle / larger(Lane{} + middle * (2.0F / 3.0F), luma) - 0.5F);
    const Lane factor = 1.0F + gain * shaped(saturation(r, g, b)) * share;
    r *= factor;
    g *= factor;
    b *= factor;
  }
};

/** Darkens red (ACES red modifier of release 1.0, forward). The weight of a hue is even around red, and so a function of
 *  its cosine. */
struct RedModifier {
  float pivot, strength;
  const float* weights;  // by 1 minus the cosine: fine near red, where the cosine hardly moves

  explicit RedModifier(const ColourStep& step)
      : pivot(step.numbers[0]), strength(step.numbers[1]), weights(step.curves[0]->data()) {}

  [[gnu::always_inline]] void operator()(Lane& r, Lane& g, Lane& b) const {
    const Lane along = 2.0F * r - (g + b), across = 1.7320508F * (g - b);
    const Lane radius = rootOf(along * along + across * across);
    const Lane weight = look(weights, 1.0F - along / larger(radius, Lane{} + 1e-30F));
    r += weight * saturation(r, g, b) * (pivot - r) * strength;
  }
};

/** Multiplies by a function of luminance (surround compensation, the system gamma of HLG). */
struct Gain {
  float red, green, blue, least;
  const float* gains;

  explicit Gain(const ColourStep& step)
      : red(step.numbers[0]),
        green(step.numbers[1]),
        blue(step.numbers[2]),
        least(step.numbers[3]),
        gains(step.curves[0]->data()) {}

  [[gnu::always_inline]] void operator()(Lane& r, Lane& g, Lane& b) const {
    const Lane gain = look(gains, larger(red * r + green * g + blue * b, Lane{} + least));
    r *= gain;
    g *= gain;
    b *= gain;
  }
};

/** Draws each channel towards the largest of the three, by a function of its share of it (ACES 1.3 gamut compression).
 *  Where all are negative, shares are taken from as far below zero as the largest is. */
struct Gamut {
  const float *red, *green, *blue;

  explicit Gamut(const ColourStep& step)
      : red(step.curves[0]->data()), green(step.curves[1]->data()), blue(step.curves[2]->data()) {}

  [[gnu::always_inline]] void operator()(Lane& r, Lane& g, Lane& b) const {
    const Lane most = larger(r, larger(g, b));
    const Lane scale = most < 0.0F ? -most : most, start = most - scale;
    const auto black = most == 0.0F;
    r = black ? Lane{} : start + scale * look(red, (r - start) / scale);
    g = black ? Lane{} : start + scale * look(green, (g - start) / scale);
    b = black ? Lane{} : start + scale * look(blue, (b - start) / scale);
  }
};

inline void take(const ColourStep& step, ColourBlock& block, size_t count) {
  switch (step.kind) {
    case ColourStep::Kind::kClamp: return each(block, count, Clamp(step));
    case ColourStep::Kind::kMatrix: return each(block, count, Matrix(step));
    case ColourStep::Kind::kCurves: return each(block, count, Curves(step));
    case ColourStep::Kind::kGlow: return each(block, count, Glow(step));
    case ColourStep::Kind::kRedModifier: return each(block, count, RedModifier(step));
    case ColourStep::Kind::kGain: return each(block, count, Gain(step));
    case ColourStep::Kind::kGamut: return each(block, count, Gamut(step));
  }
}

/** All steps in place on interleaved RGBA, block by block; alpha stays. */
inline void takeAll(const std::vector<ColourStep>& steps, float* rgba, size_t pixels) {
  ColourBlock block;
  for (size_t x = 0; x < pixels; x += kBlock) {
    const size_t count = std::min(kBlock, pixels - x), rest = count % kLanes, whole = count - rest;
    float* at = rgba + 4 * x;
    float last[4 * kLanes] = {};  // pixels that do not fill a register
    std::copy_n(at + 4 * whole, 4 * rest, last);
    fill(block, 0, at, whole);
    fill(block, whole, last, rest);
    for (const ColourStep& step : steps) {
      take(step, block, count);
    }
    empty(block, 0, at, whole);
    empty(block, whole, last, rest);
    std::copy_n(last, 4 * rest, at + 4 * whole);
  }
}
