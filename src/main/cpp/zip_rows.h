// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

#include "wide.h"

namespace platewright {

/** Splits one line of interleaved RGBA half into rows of channels in file order (A, B, G, R; without A for three
 *  channels), and each row into its low and its high bytes: the first step of OpenEXR's ZIP. */
inline void splitLine(const uint16_t* rgba, int first, int width, int channels, uint8_t* low, uint8_t* high) {
  for (int c = 0; c < channels; c++) {
    const uint16_t* sample = rgba + 4 * first + (channels - 1 - c);
    uint8_t* lowRow = low + c * width;
    uint8_t* highRow = high + c * width;
    for (int x = first; x < width; x++, sample += 4) {
      lowRow[x] = static_cast<uint8_t>(*sample);
      highRow[x] = static_cast<uint8_t>(*sample >> 8);
    }
  }
}

/** The same, 16 pixels at a time: an 8 x 8 transposition of byte pairs, each pair being the low or the high bytes of two
 *  pixels. */
__attribute__((target("avx2"))) inline void splitLineWide(const uint16_t* rgba, int width, int channels, uint8_t* low,
                                                          uint8_t* high) {
  const __m128i byByte = _mm_setr_epi8(0, 8, 2, 10, 4, 12, 6, 14, 1, 9, 3, 11, 5, 13, 7, 15);
  int x = 0;
  for (; x + 16 <= width; x += 16) {
    __m128i p[8];
    for (int i = 0; i < 8; i++) {
      const auto* two = reinterpret_cast<const __m128i*>(rgba + 4 * x + 8 * i);
      p[i] = _mm_shuffle_epi8(_mm_loadu_si128(two), byByte);
    }
    __m128i rows[8];  // low bytes of R, G, B, A, then high bytes of R, G, B, A
    for (int half = 0; half < 2; half++) {
      const auto zip16 = [half](__m128i a, __m128i b) {
        return half == 0 ? _mm_unpacklo_epi16(a, b) : _mm_unpackhi_epi16(a, b);
      };
      const __m128i a = zip16(p[0], p[1]), b = zip16(p[2], p[3]), c = zip16(p[4], p[5]), d = zip16(p[6], p[7]);
      const __m128i rg0 = _mm_unpacklo_epi32(a, b), rg1 = _mm_unpacklo_epi32(c, d);
      const __m128i ba0 = _mm_unpackhi_epi32(a, b), ba1 = _mm_unpackhi_epi32(c, d);
      rows[4 * half] = _mm_unpacklo_epi64(rg0, rg1);
      rows[4 * half + 1] = _mm_unpackhi_epi64(rg0, rg1);
      rows[4 * half + 2] = _mm_unpacklo_epi64(ba0, ba1);
      rows[4 * half + 3] = _mm_unpackhi_epi64(ba0, ba1);
    }
    for (int c = 0; c < channels; c++) {
      const int from = channels - 1 - c;
      _mm_storeu_si128(reinterpret_cast<__m128i*>(low + c * width + x), rows[from]);
      _mm_storeu_si128(reinterpret_cast<__m128i*>(high + c * width + x), rows[4 + from]);
    }
  }
  splitLine(rgba, x, width, channels, low, high);
}

/** OpenEXR's predictor: each byte becomes its difference from the one before it, plus 128. */
inline void differences(const uint8_t* bytes, size_t count, uint8_t* target) {
  target[0] = bytes[0];
  for (size_t i = 1; i < count; i++) {
    target[i] = static_cast<uint8_t>(bytes[i] - bytes[i - 1] + 128);
  }
}

}  // namespace platewright
