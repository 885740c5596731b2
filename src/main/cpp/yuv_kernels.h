// SPDX-License-Identifier: Apache-2.0
// Included twice by pixel.h, so without a guard: one line at a time, written for the compiler's vectoriser.

#ifdef PLATEWRIGHT_WIDE
typedef float Lane __attribute__((vector_size(32)));  // as many neighbouring pixels as fit a register
#else
typedef float Lane __attribute__((vector_size(16)));
#endif
constexpr size_t kLanes = sizeof(Lane) / sizeof(float);

/** Below zero and not a number become 0, above one becomes 1: what a display does with a signal. */
template <typename F>
[[gnu::always_inline]] inline F displayed(F v) {
  const F up = v > 0.0F ? v : F{};
  return up < 1.0F ? up : F{} + 1.0F;
}

/** Round to nearest, ties to even, for 0 <= v < 2^22: the sum has no room for a fraction. */
[[gnu::always_inline]] inline uint32_t rounded(float v) {
  const float sum = v + 8388608.0F;
  uint32_t bits;
  std::memcpy(&bits, &sum, sizeof bits);
  return bits & 0x7fffffU;
}

/** Luma and the colour differences of one pixel or of a register full of pixels. */
template <typename F>
[[gnu::always_inline]] inline void lumaOf(const YuvCode& code, F r, F g, F b, F& luma, F& cb, F& cr) {
  const F y = code.kr * r + code.kg * g + code.kb * b;
  luma = code.lumaBlack + code.lumaSteps * y;
  cb = (b - y) * code.cbScale;
  cr = (r - y) * code.crScale;
}

/** Neighbouring interleaved pixels as one register for each colour. */
[[gnu::always_inline]] inline void separate(const float* rgba, Lane& r, Lane& g, Lane& b) {
#ifdef PLATEWRIGHT_WIDE
  const auto pair = [rgba](size_t x) __attribute__((target("avx2"))) {
    const __m256 low = _mm256_castps128_ps256(_mm_loadu_ps(rgba + 4 * x));
    return _mm256_insertf128_ps(low, _mm_loadu_ps(rgba + 4 * x + 16), 1);
  };
  const __m256 p0 = pair(0), p1 = pair(1), p2 = pair(2), p3 = pair(3);
  const __m256 rg0 = _mm256_unpacklo_ps(p0, p1), rg1 = _mm256_unpacklo_ps(p2, p3);
  const __m256 ba0 = _mm256_unpackhi_ps(p0, p1), ba1 = _mm256_unpackhi_ps(p2, p3);
  r = _mm256_shuffle_ps(rg0, rg1, 0x44);
  g = _mm256_shuffle_ps(rg0, rg1, 0xee);
  b = _mm256_shuffle_ps(ba0, ba1, 0x44);
#else
  __m128 p0 = _mm_loadu_ps(rgba), p1 = _mm_loadu_ps(rgba + 4);
  __m128 p2 = _mm_loadu_ps(rgba + 8), p3 = _mm_loadu_ps(rgba + 12);
  _MM_TRANSPOSE4_PS(p0, p1, p2, p3);
  r = p0;
  g = p1;
  b = p2;
#endif
}

/** Luma as codes; the colour differences stay numbers from -0.5 to 0.5 until they have been filtered. luma is scratch
 *  for the codes before they are rounded. */
template <typename Code>
inline void lumaLine(const float* __restrict rgba, size_t width, const YuvCode& code, float* __restrict luma,
                     Code* __restrict codes, float* __restrict cb, float* __restrict cr) {
  size_t x = 0;
  for (; x + kLanes <= width; x += kLanes) {
    Lane r, g, b, y, u, v;
    separate(rgba + 4 * x, r, g, b);
    lumaOf(code, displayed(r), displayed(g), displayed(b), y, u, v);
    std::memcpy(luma + x, &y, sizeof y);
    std::memcpy(cb + x, &u, sizeof u);
    std::memcpy(cr + x, &v, sizeof v);
  }
  for (; x < width; x++) {
    const float* p = rgba + 4 * x;
    lumaOf(code, displayed(p[0]), displayed(p[1]), displayed(p[2]), luma[x], cb[x], cr[x]);
  }
  for (x = 0; x < width; x++) {
    codes[x] = static_cast<Code>(rounded(luma[x]));
  }
}

template <typename Code>
inline void chromaLine(const float* __restrict difference, size_t width, const YuvCode& code, Code* __restrict chroma) {
  for (size_t x = 0; x < width; x++) {
    chroma[x] = static_cast<Code>(rounded(code.chromaZero + code.chromaSteps * difference[x]));
  }
}

/** Every second sample, weighted 1 2 1 with its neighbours; the edges are repeated. */
inline void halveLine(const float* __restrict in, size_t width, float* __restrict out) {
  const size_t whole = width / 2;  // samples with a neighbour on the right
  const size_t count = (width + 1) / 2;
  out[0] = 0.25F * (in[0] + in[width > 1 ? 1 : 0]) + 0.5F * in[0];
  for (size_t i = 1; i < whole; i++) {
    out[i] = 0.25F * (in[2 * i - 1] + in[2 * i + 1]) + 0.5F * in[2 * i];
  }
  if (count > whole && whole > 0) {
    out[whole] = 0.25F * (in[width - 2] + in[width - 1]) + 0.5F * in[width - 1];
  }
}

/** What stands midway between two lines. */
inline void meanLine(const float* __restrict a, const float* __restrict b, size_t width, float* __restrict out) {
  for (size_t x = 0; x < width; x++) {
    out[x] = 0.5F * (a[x] + b[x]);
  }
}

/** What stands at a line, weighted 1 2 1 with the lines above and below. */
inline void centredLine(const float* __restrict above, const float* __restrict at, const float* __restrict below,
                        size_t width, float* __restrict out) {
  for (size_t x = 0; x < width; x++) {
    out[x] = 0.25F * (above[x] + below[x]) + 0.5F * at[x];
  }
}

/** One chroma plane's line from the differences of one line (4:4:4, 4:2:2) or of a pair of lines (4:2:0). */
template <typename Code>
inline void packChroma(YuvRows& rows, size_t plane, bool firstPair, Code* target) {
  const float* difference = rows.at[plane].data();
  size_t width = rows.width;
  if (rows.halfHeight) {
    const float* below = rows.below[plane].data();
    if (rows.topLeft) {
      centredLine((firstPair ? rows.at : rows.above)[plane].data(), difference, below, width, rows.mixed.data());
    } else {
      meanLine(difference, below, width, rows.mixed.data());
    }
    difference = rows.mixed.data();
  }
  if (rows.halfWidth) {
    halveLine(difference, width, rows.halved.data());
    difference = rows.halved.data();
    width = (width + 1) / 2;
  }
  chromaLine(difference, width, rows.code, target);
  if (rows.topLeft) {
    rows.above[plane].swap(rows.below[plane]);
  }
}

/** A strip of float RGBA into three planes; a strip starts at an even line where pairs of lines share their chroma. */
template <typename Code>
inline void packStrip(YuvRows& rows, const float* rgba, size_t first, size_t count, const YuvTarget planes) {
  const size_t step = rows.halfHeight ? 2 : 1;
  const auto line = [](unsigned char* plane, int64_t stride, size_t number) {
    return reinterpret_cast<Code*>(plane + stride * static_cast<int64_t>(number));
  };
  for (size_t i = 0; i < count; i += step) {
    lumaLine(rgba + 4 * rows.width * i, rows.width, rows.code, rows.mixed.data(),
             line(planes.y, planes.yStride, first + i), rows.at[0].data(), rows.at[1].data());
    if (step == 2 && i + 1 < count) {
      lumaLine(rgba + 4 * rows.width * (i + 1), rows.width, rows.code, rows.mixed.data(),
               line(planes.y, planes.yStride, first + i + 1), rows.below[0].data(), rows.below[1].data());
    } else if (step == 2) {  // an odd height ends in a line without a partner
      rows.below[0] = rows.at[0];
      rows.below[1] = rows.at[1];
    }
    packChroma(rows, 0, first + i == 0, line(planes.u, planes.uStride, (first + i) / step));
    packChroma(rows, 1, first + i == 0, line(planes.v, planes.vStride, (first + i) / step));
  }
}
