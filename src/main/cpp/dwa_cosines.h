// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#include "wide.h"

#define PLATEWRIGHT_DWA __attribute__((target("avx2,f16c,bmi,bmi2")))

namespace platewright {

inline bool hasDwaKernels() {
  static const bool has = hasWideKernels() && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  return has;
}

// Half the cosines of pi/4, pi/16, pi/8, 3pi/16, 5pi/16, 3pi/8 and 7pi/16, to the digits of libOpenEXR's kernels.
constexpr float kA = 3.535536e-01F, kB = 4.903927e-01F, kC = 4.619398e-01F, kD = 4.157349e-01F;
constexpr float kE = 2.777855e-01F, kF = 1.913422e-01F, kG = 9.754573e-02F;

[[gnu::always_inline]] PLATEWRIGHT_DWA inline __m256 times(float factor, __m256 v) {
  return _mm256_mul_ps(_mm256_set1_ps(factor), v);
}
[[gnu::always_inline]] PLATEWRIGHT_DWA inline __m256 plus(__m256 a, __m256 b) { return _mm256_add_ps(a, b); }
[[gnu::always_inline]] PLATEWRIGHT_DWA inline __m256 minus(__m256 a, __m256 b) { return _mm256_sub_ps(a, b); }

/** The inverse cosine transform of eight rows at once: x[i] holds frequency i of each, those from kCount on are zero;
 *  y[i] becomes sample i. The additions pair as in the row pass of libOpenEXR's AVX kernel, whose bits these must be:
 *  terms left out for their zeros change no more than the sign of a zero, which DwaLinear drops. */
template <int kCount>
[[gnu::always_inline]] PLATEWRIGHT_DWA inline void inverseRows(const __m256* x, __m256* y) {
  __m256 even[4], odd[4];
  even[0] = even[1] = even[2] = even[3] = times(kA, x[0]);
  if (kCount > 2) {
    const __m256 c2 = times(kC, x[2]), f2 = times(kF, x[2]);
    even[0] = plus(even[0], c2);
    even[1] = plus(even[1], f2);
    even[2] = minus(even[2], f2);
    even[3] = minus(even[3], c2);
  }
  odd[0] = times(kB, x[1]);
  odd[1] = times(kD, x[1]);
  odd[2] = times(kE, x[1]);
  odd[3] = times(kG, x[1]);
  if (kCount > 2) {
    odd[0] = plus(odd[0], times(kD, x[3]));
    odd[1] = minus(odd[1], times(kG, x[3]));
    odd[2] = minus(odd[2], times(kB, x[3]));
    odd[3] = minus(odd[3], times(kE, x[3]));
  }
  if (kCount > 4) {
    const __m256 a4 = times(kA, x[4]), c6 = times(kC, x[6]), f6 = times(kF, x[6]);
    even[0] = plus(even[0], plus(a4, f6));
    even[1] = minus(even[1], plus(a4, c6));
    even[2] = plus(even[2], minus(c6, a4));
    even[3] = plus(even[3], minus(a4, f6));
    odd[0] = plus(odd[0], plus(times(kE, x[5]), times(kG, x[7])));
    odd[1] = minus(odd[1], plus(times(kB, x[5]), times(kE, x[7])));
    odd[2] = plus(odd[2], plus(times(kG, x[5]), times(kD, x[7])));
    odd[3] = plus(odd[3], minus(times(kD, x[5]), times(kB, x[7])));
  }
  for (int i = 0; i < 4; i++) {
    y[i] = plus(even[i], odd[i]);
    y[7 - i] = minus(even[i], odd[i]);
  }
}

/** The same for eight columns at once, paired as in its column pass. */
template <int kCount>
[[gnu::always_inline]] PLATEWRIGHT_DWA inline void inverseColumns(const __m256* x, __m256* y) {
  __m256 sum = times(kA, x[0]), difference = sum;
  if (kCount > 4) {
    const __m256 a4 = times(kA, x[4]);
    difference = minus(sum, a4);
    sum = plus(sum, a4);
  }
  __m256 even[4] = {sum, difference, difference, sum}, odd[4];
  if (kCount > 2) {
    __m256 outer = times(kC, x[2]), inner = times(kF, x[2]);
    if (kCount > 4) {
      outer = plus(outer, times(kF, x[6]));
      inner = minus(inner, times(kC, x[6]));
    }
    even[0] = plus(sum, outer);
    even[1] = plus(difference, inner);
    even[2] = minus(difference, inner);
    even[3] = minus(sum, outer);
  }
  const __m256 b1 = times(kB, x[1]), d1 = times(kD, x[1]), e1 = times(kE, x[1]), g1 = times(kG, x[1]);
  if (kCount > 4) {
    odd[0] = plus(plus(b1, times(kD, x[3])), plus(times(kE, x[5]), times(kG, x[7])));
    odd[1] = minus(minus(d1, plus(times(kG, x[3]), times(kB, x[5]))), times(kE, x[7]));
    odd[2] = plus(plus(minus(e1, times(kB, x[3])), times(kG, x[5])), times(kD, x[7]));
    odd[3] = minus(plus(g1, times(kD, x[5])), plus(times(kE, x[3]), times(kB, x[7])));
  } else if (kCount > 2) {
    odd[0] = plus(b1, times(kD, x[3]));
    odd[1] = minus(d1, times(kG, x[3]));
    odd[2] = minus(e1, times(kB, x[3]));
    odd[3] = minus(g1, times(kE, x[3]));
  } else {
    odd[0] = b1, odd[1] = d1, odd[2] = e1, odd[3] = g1;
  }
  for (int i = 0; i < 4; i++) {
    y[i] = plus(even[i], odd[i]);
    y[7 - i] = minus(even[i], odd[i]);
  }
}

/** Columns to rows; only the first four rows where no more are asked for. */
template <int kRows>
[[gnu::always_inline]] PLATEWRIGHT_DWA inline void turn(const __m256* columns, __m256* rows) {
  __m256 v[8];
  for (int i = 0; i < 4; i++) {
    v[i] = _mm256_permute2f128_ps(columns[i], columns[i + 4], 0x20);
    if (kRows > 4) {
      v[i + 4] = _mm256_permute2f128_ps(columns[i], columns[i + 4], 0x31);
    }
  }
  for (int i = 0; i < kRows; i += 4) {
    const __m256 low01 = _mm256_unpacklo_ps(v[i], v[i + 1]), high01 = _mm256_unpackhi_ps(v[i], v[i + 1]);
    const __m256 low23 = _mm256_unpacklo_ps(v[i + 2], v[i + 3]), high23 = _mm256_unpackhi_ps(v[i + 2], v[i + 3]);
    rows[i] = _mm256_shuffle_ps(low01, low23, 0x44);
    rows[i + 1] = _mm256_shuffle_ps(low01, low23, 0xee);
    rows[i + 2] = _mm256_shuffle_ps(high01, high23, 0x44);
    rows[i + 3] = _mm256_shuffle_ps(high01, high23, 0xee);
  }
}

/** 64 coefficients, column by column, become 64 samples, row by row. Rows and columns from kCount on hold zeros. */
template <int kCount>
PLATEWRIGHT_DWA inline void inverseCosines(const uint16_t* coefficients, float* samples) {
  __m256 x[8], y[8];
  for (int i = 0; i < kCount; i++) {
    x[i] = _mm256_cvtph_ps(_mm_load_si128(reinterpret_cast<const __m128i*>(coefficients + 8 * i)));
  }
  inverseRows<kCount>(x, y);
  turn<(kCount > 4 ? 8 : 4)>(y, x);
  inverseColumns<kCount>(x, y);
  for (int i = 0; i < 8; i++) {
    _mm256_store_ps(samples + 8 * i, y[i]);
  }
}

/** last: the last coefficient in zig-zag order that may not be zero. */
PLATEWRIGHT_DWA inline void inverseCosines(const uint16_t* coefficients, int last, float* samples) {
  if (last == 0) {
    const __m256 first = _mm256_cvtph_ps(_mm_set1_epi16(static_cast<short>(coefficients[0])));
    const __m256 flat = times(kA, times(kA, first));
    for (int i = 0; i < 8; i++) {
      _mm256_store_ps(samples + 8 * i, flat);
    }
  } else if (last < 3) {
    inverseCosines<2>(coefficients, samples);
  } else if (last < 10) {
    inverseCosines<4>(coefficients, samples);
  } else {
    inverseCosines<8>(coefficients, samples);
  }
}

}  // namespace platewright
