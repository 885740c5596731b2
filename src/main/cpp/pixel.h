// SPDX-License-Identifier: Apache-2.0
#pragma once
// Everything that the binding library platewright_pixel maps. The kernels are written once, in the *_kernels.h, and
// compiled twice: for every x86-64, and for AVX2 + F16C. The two give the same bits; see wide.h.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

#include "colour_step.h"
#include "tally.h"
#include "wide.h"
#include "yuv_code.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpsabi"  // vectors never pass between the two namespaces

namespace platewright::sse2 {
#include "half_kernels.h"
#include "tally_kernels.h"
#include "yuv_kernels.h"
#include "colour_kernels.h"
#include "colour_step_kernels.h"
}  // namespace platewright::sse2

#pragma GCC push_options
#pragma GCC target("avx2,f16c")
#define PLATEWRIGHT_WIDE
namespace platewright::avx2 {
#include "half_kernels.h"
#include "tally_kernels.h"
#include "yuv_kernels.h"
#include "colour_kernels.h"
#include "colour_step_kernels.h"
}  // namespace platewright::avx2
#undef PLATEWRIGHT_WIDE
#pragma GCC pop_options

#pragma GCC diagnostic pop

// Wherever a caller says wide, the wide kernels are allowed, and used where the processor has them.
namespace platewright {

inline void toFloat(const uint16_t* half, int64_t samples, float* target, bool wide) {
  (wide && hasWideKernels() ? avx2::toFloat : sse2::toFloat)(half, static_cast<size_t>(samples), target);
}

inline void toHalf(const float* source, int64_t samples, uint16_t* target, bool wide) {
  (wide && hasWideKernels() ? avx2::toHalf : sse2::toHalf)(source, static_cast<size_t>(samples), target);
}

/** Counts a picture of RGBA half or float, strip by strip. For one thread at a time. */
class PixelTally {
 public:
  PixelTally(int width, bool wide) : width_(static_cast<size_t>(width)), wide_(wide && hasWideKernels()), line_(4 * width_) {}

  void clear() { tally_ = Tally(); }

  void halves(const uint16_t* rgba, int lines) {
    for (size_t i = 0; i < static_cast<size_t>(lines); i++) {
      (wide_ ? avx2::toFloat : sse2::toFloat)(rgba + 4 * width_ * i, 4 * width_, line_.data());
      floats(line_.data(), 1);
    }
  }

  void floats(const float* rgba, int lines) {
    for (size_t i = 0; i < static_cast<size_t>(lines); i++) {
      (wide_ ? avx2::tallyLine : sse2::tallyLine)(rgba + 4 * width_ * i, width_, tally_);
    }
  }

  int64_t nan(int channel) const { return tally_.nan[channel]; }
  int64_t infinite(int channel) const { return tally_.infinite[channel]; }
  int64_t negative(int channel) const { return tally_.negative[channel]; }
  int64_t aboveOne(int channel) const { return tally_.aboveOne[channel]; }
  int64_t atCeiling(int channel) const { return tally_.atCeiling[channel]; }
  float lowest(int channel) const { return tally_.lowest[channel]; }
  float peak(int channel) const { return tally_.peak[channel]; }
  double sum(int channel) const { return tally_.sum[channel]; }

 private:
  size_t width_;
  bool wide_;
  std::vector<float> line_;
  Tally tally_;
};

/** Packs strips of display-referred RGBA float into YUV planes of 8-bit or little-endian 16-bit codes. For one thread
 *  at a time; strips come from the top. */
class YuvStrips {
 public:
  /** chroma: 0 as large as luma, 1 half as wide, 2 half as wide and high, 3 the same but sited on the lines. */
  YuvStrips(int width, int chroma, double kr, double kb, int bits, bool wide)
      : rows_(static_cast<size_t>(width), chroma >= 1, chroma >= 2, chroma == 3, YuvCode(kr, kb, bits)),
        bytes_(bits == 8),
        wide_(wide && hasWideKernels()) {}

  void strip(const float* rgba, int first, int count, unsigned char* y, int64_t yStride, unsigned char* u,
             int64_t uStride, unsigned char* v, int64_t vStride) {
    const YuvTarget planes{y, u, v, yStride, uStride, vStride};
    const auto pack = bytes_ ? (wide_ ? avx2::packStrip<uint8_t> : sse2::packStrip<uint8_t>)
                             : (wide_ ? avx2::packStrip<uint16_t> : sse2::packStrip<uint16_t>);
    pack(rows_, rgba, static_cast<size_t>(first), static_cast<size_t>(count), planes);
  }

 private:
  YuvRows rows_;
  bool bytes_, wide_;
};

/** A colour transform, put together step by step and then shared by threads. Curves are given by their values at the
 *  floats whose bits are the multiples of 2^kCurveShift, all kCurveSegments of them. */
class ColourSteps {
 public:
  static int segments() { return static_cast<int>(kCurveSegments); }

  void clamp(float low, float high) { add(ColourStep::Kind::kClamp, {low, high}, {}); }

  /** Row by row, each with its offset at the end. */
  void matrix(const float* rows) {
    std::array<float, 12> numbers;
    std::copy_n(rows, numbers.size(), numbers.begin());
    add(ColourStep::Kind::kMatrix, numbers, {});
  }

  void curves(const float* red, const float* green, const float* blue) {
    add(ColourStep::Kind::kCurves, {}, {red, green, blue});
  }

  void glow(float gain, float middle) { add(ColourStep::Kind::kGlow, {gain, middle}, {}); }

  /** The weights are by 1 minus the cosine of the hue's angle from red. */
  void redModifier(float pivot, float strength, const float* weights) {
    add(ColourStep::Kind::kRedModifier, {pivot, strength}, {weights});
  }

  /** The gains are by luminance, which is at least so much. */
  void gain(float red, float green, float blue, float least, const float* gains) {
    add(ColourStep::Kind::kGain, {red, green, blue, least}, {gains});
  }

  /** Of shares of the largest channel. */
  void gamut(const float* red, const float* green, const float* blue) {
    add(ColourStep::Kind::kGamut, {}, {red, green, blue});
  }

  void apply(float* rgba, int64_t pixels, bool wide) const {
    (wide && hasWideKernels() ? avx2::takeAll : sse2::takeAll)(steps_, rgba, static_cast<size_t>(pixels));
  }

 private:
  std::vector<ColourStep> steps_;

  /** Equal curves are kept once: that is kinder to the caches. */
  void add(ColourStep::Kind kind, const std::array<float, 12>& numbers, const std::vector<const float*>& curves) {
    ColourStep step{kind, numbers, {}};
    for (size_t i = 0; i < curves.size(); i++) {
      const bool again = i > 0 && std::memcmp(curves[i], curves[i - 1], kCurveSegments * sizeof(float)) == 0;
      step.curves[i] = again ? step.curves[i - 1] : colourCurve(curves[i]);
    }
    steps_.push_back(step);
  }
};

}  // namespace platewright
