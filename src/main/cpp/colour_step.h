// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cmath>
#include <cstddef>
#include <memory>
#include <vector>

namespace platewright {

/** A function of one number, as a table that has a line for every float there is: sign, exponent and the first six bits
 *  of the fraction number its segment, and in a segment the function is taken for a straight line. So it is as fine
 *  near zero as in the highlights, and nothing is out of its range. */
constexpr int kCurveShift = 17;  // bits of a float within a segment
constexpr size_t kCurveSegments = size_t{1} << (32 - kCurveShift);

/** For each segment the value where it starts, and the rise from each float to the next. */
using ColourCurve = std::vector<float>;

/** From the values where the segments start. Where a function has no slope that a float can hold, at the ends of the
 *  floats and between infinity and what is not a number, it is level. */
inline std::shared_ptr<const ColourCurve> colourCurve(const float* starts) {
  auto curve = std::make_shared<ColourCurve>(2 * kCurveSegments);
  for (size_t i = 0; i < kCurveSegments; i++) {
    const float next = starts[i + 1 < kCurveSegments ? i + 1 : i];
    const float rise = (next - starts[i]) / static_cast<float>(1 << kCurveShift);
    (*curve)[2 * i] = starts[i];
    (*curve)[2 * i + 1] = std::isfinite(rise) ? rise : 0.0F;
  }
  return curve;
}

/** One thing that is done to all pixels in turn. */
struct ColourStep {
  enum class Kind { kClamp, kMatrix, kCurves, kGlow, kRedModifier, kGain, kGamut };

  Kind kind;
  std::array<float, 12> numbers;
  std::array<std::shared_ptr<const ColourCurve>, 3> curves;
};

}  // namespace platewright
