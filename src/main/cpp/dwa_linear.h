// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <half.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace platewright {

/** What DWA's non-linear halves stand for: up to 1 the power 2.2 of the magnitude, above it exp(2.2 (magnitude - 1)), with
 *  the sign kept; infinities and what is not a number become 0. libOpenEXR computes its table in single precision with
 *  2.7182818 for e; the powers are taken in double precision here, so that rounding them does not depend on a C library. */
class DwaLinear {
 public:
  /** 65536 halves. */
  static const uint16_t* table() {
    static const DwaLinear linear;
    return linear.halves_.data();
  }

 private:
  DwaLinear() : halves_(65536) {
    const auto base = static_cast<float>(std::pow(2.7182818, 2.2));
    for (uint16_t bits = 1; bits < 0x7c00; bits++) {
      const float x = half(half::FromBits, bits);
      const double power = x <= 1 ? std::pow(x, static_cast<double>(2.2F)) : std::pow(base, static_cast<double>(x - 1));
      const uint16_t linear = half(static_cast<float>(power)).bits();
      halves_[bits] = linear;
      halves_[bits | 0x8000U] = static_cast<uint16_t>(linear | 0x8000U);
    }
  }

  std::vector<uint16_t> halves_;
};

}  // namespace platewright
