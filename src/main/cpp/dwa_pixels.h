// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <immintrin.h>

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "dwa_cosines.h"
#include "dwa_linear.h"
#include "dwa_values.h"
#include "zip_lines.h"

namespace platewright {

/** Eight pixels of Y'CbCr (Rec. ITU-R BT.709) to halves that are not linear yet, multiplied and added in libOpenEXR's
 *  order. */
[[gnu::always_inline]] PLATEWRIGHT_DWA inline void toRgb(const float (*planes)[kBlockSamples], size_t at,
                                                         uint16_t (*rgb)[kBlockSamples]) {
  const __m256 y = _mm256_load_ps(planes[0] + at), cb = _mm256_load_ps(planes[1] + at);
  const __m256 cr = _mm256_load_ps(planes[2] + at);
  const __m256 light[3] = {plus(y, times(1.5747F, cr)), plus(plus(times(-0.1873F, cb), y), times(-0.4682F, cr)),
                           plus(times(1.8556F, cb), y)};
  for (int c = 0; c < 3; c++) {
    _mm_store_si128(reinterpret_cast<__m128i*>(rgb[c] + at), _mm256_cvtps_ph(light[c], _MM_FROUND_TO_NEAREST_INT));
  }
}

/** Eight pixels, linear, interleaved and opaque. Single look-ups: a gather takes twice as long where microcode keeps it
 *  from leaking what it read. */
[[gnu::always_inline]] inline void toLinear(const uint16_t (*rgb)[kBlockSamples], size_t at, const uint16_t* linear,
                                            uint16_t* rgba) {
  for (size_t i = 0; i < 8; i++) {
    const uint64_t pixel = static_cast<uint64_t>(kHalfOne) << 48 | static_cast<uint64_t>(linear[rgb[2][at + i]]) << 32 |
                           static_cast<uint64_t>(linear[rgb[1][at + i]]) << 16 | linear[rgb[0][at + i]];
    std::memcpy(rgba + 4 * i, &pixel, sizeof pixel);
  }
}

/** A block of three planes' coefficients as pixels. last: of each plane, as inverseCosines takes it; stride: of the
 *  picture, in samples. */
PLATEWRIGHT_DWA inline void writeBlock(const uint16_t (*coefficients)[kBlockSamples], const int* last,
                                       const uint16_t* linear, uint16_t* rgba, size_t stride) {
  alignas(32) float planes[3][kBlockSamples];
  alignas(32) uint16_t rgb[3][kBlockSamples];
  for (int p = 0; p < 3; p++) {
    inverseCosines(coefficients[p], last[p], planes[p]);
  }
  const bool flat = (last[0] | last[1] | last[2]) == 0;
  const size_t rows = flat ? 1 : 8;
  for (size_t row = 0; row < rows; row++) {
    toRgb(planes, 8 * row, rgb);
  }
  for (size_t row = 0; row < rows; row++) {
    toLinear(rgb, 8 * row, linear, rgba + row * stride);
  }
  for (size_t row = 1; flat && row < 8; row++) {
    std::memcpy(rgba + row * stride, rgba, 64);
  }
}

}  // namespace platewright
