// SPDX-License-Identifier: Apache-2.0
// Included twice by pixel.h, so without a guard: IEEE 754 binary16 to binary32 and back, as F16C does it (signalling
// NaNs become quiet ones, payloads keep their upper bits, rounding is to nearest even, beyond 65519.99 is infinity).

inline float floatOf(uint16_t half) {
  const uint32_t sign = static_cast<uint32_t>(half & 0x8000) << 16;
  const uint32_t magnitude = half & 0x7fff;
  const uint32_t normal = (magnitude << 13) + (112U << 23);
  const uint32_t special = (magnitude << 13) | 0x7f800000U | (magnitude > 0x7c00 ? 0x00400000U : 0U);
  const float tiny = static_cast<float>(static_cast<int32_t>(magnitude)) * 0x1p-24F;  // exact: at most 10 bits
  uint32_t tinyBits;
  std::memcpy(&tinyBits, &tiny, sizeof tiny);
  const uint32_t bits = sign | (magnitude < 0x400 ? tinyBits : magnitude < 0x7c00 ? normal : special);
  float value;
  std::memcpy(&value, &bits, sizeof bits);
  return value;
}

inline uint16_t halfOf(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof value);
  const uint32_t sign = (bits >> 16) & 0x8000U;
  const uint32_t magnitude = bits & 0x7fffffffU;
  const uint32_t normal = (magnitude + 0xfffU + ((magnitude >> 13) & 1U) - (112U << 23)) >> 13;
  float tiny;  // adding one half leaves steps of 2^-24, the smallest half: the addition does the rounding
  std::memcpy(&tiny, &magnitude, sizeof tiny);
  tiny += 0.5F;
  uint32_t tinyBits;
  std::memcpy(&tinyBits, &tiny, sizeof tiny);
  const uint32_t nan = 0x7e00U | ((magnitude >> 13) & 0x3ffU);
  const uint32_t half = magnitude < 0x38800000U   ? tinyBits - 0x3f000000U
                        : magnitude < 0x477ff000U ? normal
                        : magnitude > 0x7f800000U ? nan
                                                  : 0x7c00U;
  return static_cast<uint16_t>(sign | half);
}

inline void toFloat(const uint16_t* source, size_t samples, float* target) {
  size_t i = 0;
#ifdef PLATEWRIGHT_WIDE
  for (; i + 8 <= samples; i += 8) {
    _mm256_storeu_ps(target + i, _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(source + i))));
  }
#endif
  for (; i < samples; i++) {
    target[i] = floatOf(source[i]);
  }
}

inline void toHalf(const float* source, size_t samples, uint16_t* target) {
  size_t i = 0;
#ifdef PLATEWRIGHT_WIDE
  for (; i + 8 <= samples; i += 8) {
    const __m128i eight = _mm256_cvtps_ph(_mm256_loadu_ps(source + i), _MM_FROUND_TO_NEAREST_INT);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(target + i), eight);
  }
#endif
  for (; i < samples; i++) {
    target[i] = halfOf(source[i]);
  }
}
