// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <emmintrin.h>

#include <cstddef>
#include <cstdint>

namespace platewright {

constexpr uint16_t kHalfOne = 0x3c00;

/** The inverse of OpenEXR's predictor, in place: each byte becomes the sum of all differences up to it. Sixteen at a
 *  time: sums within by three doublings, then the last of the sixteen before is added. SSE2, which every x86-64 has. */
inline void sums(uint8_t* bytes, size_t count) {
  const __m128i bias = _mm_set1_epi8(-128);
  __m128i before = bias;  // the first byte is no difference: take away the bias that it gets
  size_t i = 0;
  for (; i + 16 <= count; i += 16) {
    __m128i v = _mm_add_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i)), bias);
    v = _mm_add_epi8(v, _mm_slli_si128(v, 1));
    v = _mm_add_epi8(v, _mm_slli_si128(v, 2));
    v = _mm_add_epi8(v, _mm_slli_si128(v, 4));
    v = _mm_add_epi8(v, _mm_slli_si128(v, 8));
    v = _mm_add_epi8(v, before);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(bytes + i), v);
    before = _mm_set1_epi8(static_cast<char>(_mm_extract_epi16(v, 7) >> 8));
  }
  auto last = static_cast<uint8_t>(_mm_cvtsi128_si32(before));
  for (; i < count; i++) {
    last = static_cast<uint8_t>(last + bytes[i] - 128);
    bytes[i] = last;
  }
}

/** One line: the rows of low and of high bytes of all channels become interleaved RGBA half. place: which row R, G, B and
 *  A are, A negative where there is none and 1.0 stands in. */
inline void joinLine(const uint8_t* low, const uint8_t* high, size_t width, const int* place, uint16_t* rgba) {
  const uint8_t* lows[4];
  const uint8_t* highs[4];
  for (size_t c = 0; c < 4; c++) {
    const size_t row = place[c] < 0 ? 0 : static_cast<size_t>(place[c]);
    lows[c] = low + row * width;
    highs[c] = high + row * width;
  }
  const bool alpha = place[3] >= 0;
  const __m128i opaque = _mm_set1_epi16(kHalfOne);
  size_t x = 0;
  for (; x + 8 <= width; x += 8) {
    __m128i channel[4];
    for (size_t c = 0; c < 4; c++) {
      const __m128i l = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(lows[c] + x));
      const __m128i h = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(highs[c] + x));
      channel[c] = c < 3 || alpha ? _mm_unpacklo_epi8(l, h) : opaque;
    }
    auto* target = reinterpret_cast<__m128i*>(rgba + 4 * x);
    const __m128i rg = _mm_unpacklo_epi16(channel[0], channel[1]), ba = _mm_unpacklo_epi16(channel[2], channel[3]);
    const __m128i rg2 = _mm_unpackhi_epi16(channel[0], channel[1]), ba2 = _mm_unpackhi_epi16(channel[2], channel[3]);
    _mm_storeu_si128(target, _mm_unpacklo_epi32(rg, ba));
    _mm_storeu_si128(target + 1, _mm_unpackhi_epi32(rg, ba));
    _mm_storeu_si128(target + 2, _mm_unpacklo_epi32(rg2, ba2));
    _mm_storeu_si128(target + 3, _mm_unpackhi_epi32(rg2, ba2));
  }
  for (; x < width; x++) {
    for (size_t c = 0; c < 4; c++) {
      const bool there = c < 3 || alpha;
      rgba[4 * x + c] = there ? static_cast<uint16_t>(lows[c][x] | highs[c][x] << 8) : kHalfOne;
    }
  }
}

}  // namespace platewright
