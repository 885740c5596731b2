// SPDX-License-Identifier: Apache-2.0
// Included twice by pixel.h, so without a guard: the steps of a colour transform on a block of pixels, colour by colour.

constexpr size_t kBlock = 512;  // pixels; what is at work stays in the first-level cache

typedef int32_t Ints __attribute__((vector_size(sizeof(Lane))));
typedef uint32_t Bits __attribute__((vector_size(sizeof(Lane))));

struct alignas(sizeof(Lane)) ColourBlock {
  float r[kBlock], g[kBlock], b[kBlock], a[kBlock];
};

[[gnu::always_inline]] inline Lane at(const float* samples) {
  Lane v;
  std::memcpy(&v, samples, sizeof v);
  return v;
}

[[gnu::always_inline]] inline void put(const Lane& v, float* samples) { std::memcpy(samples, &v, sizeof v); }

/** The second, where one of the two is not a number. */
[[gnu::always_inline]] inline Lane larger(const Lane& a, const Lane& b) { return a > b ? a : b; }

[[gnu::always_inline]] inline Lane smaller(const Lane& a, const Lane& b) { return a < b ? a : b; }

[[gnu::always_inline]] inline Lane rootOf(const Lane& v) {
#ifdef PLATEWRIGHT_WIDE
  return _mm256_sqrt_ps(v);
#else
  return _mm_sqrt_ps(v);
#endif
}

/** Two segments as start, rise, start, rise. */
[[gnu::always_inline]] inline __m128 pairOf(const float* segments, uint32_t first, uint32_t second) {
  const auto* pairs = reinterpret_cast<const __m64*>(segments);
  return _mm_loadh_pi(_mm_loadl_pi(_mm_setzero_ps(), pairs + first), pairs + second);
}

/** The segment of each sample and how far into it the sample is. See ColourCurve. Loads one by one are faster than
 *  AVX2's gather on the processors that were measured. */
[[gnu::always_inline]] inline Lane look(const float* segments, const Lane& x) {
  const Ints within = reinterpret_cast<Ints>(x) & ((1 << kCurveShift) - 1);
  const Bits shifted = reinterpret_cast<Bits>(x) >> kCurveShift;
  uint32_t n[kLanes];
  std::memcpy(n, &shifted, sizeof n);
#ifdef PLATEWRIGHT_WIDE
  const __m256 near = _mm256_set_m128(pairOf(segments, n[4], n[5]), pairOf(segments, n[0], n[1]));
  const __m256 far = _mm256_set_m128(pairOf(segments, n[6], n[7]), pairOf(segments, n[2], n[3]));
  const Lane start = _mm256_shuffle_ps(near, far, 0x88), rise = _mm256_shuffle_ps(near, far, 0xdd);
#else
  const __m128 near = pairOf(segments, n[0], n[1]), far = pairOf(segments, n[2], n[3]);
  const Lane start = _mm_shuffle_ps(near, far, 0x88), rise = _mm_shuffle_ps(near, far, 0xdd);
#endif
  return start + __builtin_convertvector(within, Lane) * rise;
}

/** Interleaved pixels as one register for each colour, and back. */
[[gnu::always_inline]] inline void exchange(const Lane& p0, const Lane& p1, const Lane& p2, const Lane& p3, Lane& q0,
                                            Lane& q1, Lane& q2, Lane& q3) {
#ifdef PLATEWRIGHT_WIDE
  const __m256 low01 = _mm256_unpacklo_ps(p0, p1), low23 = _mm256_unpacklo_ps(p2, p3);
  const __m256 high01 = _mm256_unpackhi_ps(p0, p1), high23 = _mm256_unpackhi_ps(p2, p3);
  q0 = _mm256_shuffle_ps(low01, low23, 0x44);
  q1 = _mm256_shuffle_ps(low01, low23, 0xee);
  q2 = _mm256_shuffle_ps(high01, high23, 0x44);
  q3 = _mm256_shuffle_ps(high01, high23, 0xee);
#else
  __m128 r0 = p0, r1 = p1, r2 = p2, r3 = p3;
  _MM_TRANSPOSE4_PS(r0, r1, r2, r3);
  q0 = r0, q1 = r1, q2 = r2, q3 = r3;
#endif
}

/** Whole registers of pixels into a block, from there on. Their order in the block is not that of the picture. */
inline void fill(ColourBlock& block, size_t first, const float* rgba, size_t count) {
  for (size_t i = 0; i < count; i += kLanes) {
    const float* p = rgba + 4 * i;
    const size_t x = first + i;
    Lane r, g, b, a;
    exchange(at(p), at(p + kLanes), at(p + 2 * kLanes), at(p + 3 * kLanes), r, g, b, a);
    put(r, block.r + x), put(g, block.g + x), put(b, block.b + x), put(a, block.a + x);
  }
}

/** Back from a block, in the picture's order. */
inline void empty(const ColourBlock& block, size_t first, float* rgba, size_t count) {
  for (size_t i = 0; i < count; i += kLanes) {
    float* p = rgba + 4 * i;
    const size_t x = first + i;
    Lane p0, p1, p2, p3;
    exchange(at(block.r + x), at(block.g + x), at(block.b + x), at(block.a + x), p0, p1, p2, p3);
    put(p0, p), put(p1, p + kLanes), put(p2, p + 2 * kLanes), put(p3, p + 3 * kLanes);
  }
}

/** A step on a block's first pixels: on as many whole registers as hold them. */
template <typename Work>
[[gnu::always_inline]] inline void each(ColourBlock& block, size_t count, const Work& work) {
  for (size_t x = 0; x < count; x += kLanes) {
    Lane r = at(block.r + x), g = at(block.g + x), b = at(block.b + x);
    work(r, g, b);
    put(r, block.r + x), put(g, block.g + x), put(b, block.b + x);
  }
}
