// SPDX-License-Identifier: Apache-2.0
// Included twice by pixel.h, so without a guard: counts one line of float RGBA, two pixels at a time. Lanes 0 to 3 are
// the channels of the even pixels, lanes 4 to 7 those of the odd ones.

typedef float F4 __attribute__((vector_size(16)));
typedef float F8 __attribute__((vector_size(32)));
typedef double D4 __attribute__((vector_size(32)));
typedef int32_t I8 __attribute__((vector_size(32)));

constexpr int32_t kInfinity = 0x7f800000, kCeiling = 0x477fe000;  // 65504, the largest half

struct TallyLanes {
  I8 nan = {}, infinite = {}, negative = {}, aboveOne = {}, atCeiling = {};
  F8 lowest = F8{} + std::numeric_limits<float>::infinity();
  F8 peak = F8{} - std::numeric_limits<float>::infinity();
  D4 even = {}, odd = {};
};

/** Two pixels whose samples are assumed to lie below the ceiling; lanes.atCeiling says afterwards if they did not. */
[[gnu::always_inline]] inline void countPlain(const float* twoPixels, TallyLanes& lanes) {
  F8 v;
  I8 bits;
  F4 even, odd;
  std::memcpy(&v, twoPixels, sizeof v);
  std::memcpy(&bits, twoPixels, sizeof bits);
  std::memcpy(&even, twoPixels, sizeof even);
  std::memcpy(&odd, twoPixels + 4, sizeof odd);
  lanes.atCeiling |= (bits & 0x7fffffff) >= kCeiling;
  lanes.negative -= v < 0.0F;
  lanes.aboveOne -= v > 1.0F;
  lanes.lowest = v < lanes.lowest ? v : lanes.lowest;
  lanes.peak = v > lanes.peak ? v : lanes.peak;
  lanes.even += __builtin_convertvector(even, D4);
  lanes.odd += __builtin_convertvector(odd, D4);
}

/** One sample of any kind. */
inline void countAny(float v, size_t lane, TallyLanes& lanes) {
  int32_t bits;
  std::memcpy(&bits, &v, sizeof bits);
  bits &= 0x7fffffff;
  lanes.nan[lane] += bits > kInfinity ? 1 : 0;
  lanes.infinite[lane] += bits == kInfinity ? 1 : 0;
  lanes.atCeiling[lane] += bits >= kCeiling && bits <= kInfinity ? 1 : 0;
  if (bits < kInfinity) {
    lanes.negative[lane] += v < 0.0F ? 1 : 0;
    lanes.aboveOne[lane] += v > 1.0F ? 1 : 0;
    lanes.lowest[lane] = v < lanes.lowest[lane] ? v : lanes.lowest[lane];
    lanes.peak[lane] = v > lanes.peak[lane] ? v : lanes.peak[lane];
    (lane < 4 ? lanes.even : lanes.odd)[lane % 4] += static_cast<double>(v);
  }
}

inline void addLanes(const TallyLanes& lanes, Tally& tally) {
  for (size_t c = 0; c < 4; c++) {
    tally.nan[c] += lanes.nan[c] + lanes.nan[c + 4];
    tally.infinite[c] += lanes.infinite[c] + lanes.infinite[c + 4];
    tally.negative[c] += lanes.negative[c] + lanes.negative[c + 4];
    tally.aboveOne[c] += lanes.aboveOne[c] + lanes.aboveOne[c + 4];
    tally.atCeiling[c] += lanes.atCeiling[c] + lanes.atCeiling[c + 4];
    tally.sum[c] += lanes.even[c] + lanes.odd[c];
    tally.lowest[c] = std::min({tally.lowest[c], lanes.lowest[c], lanes.lowest[c + 4]});
    tally.peak[c] = std::max({tally.peak[c], lanes.peak[c], lanes.peak[c + 4]});
  }
}

inline void tallyLine(const float* rgba, size_t pixels, Tally& tally) {
  TallyLanes lanes;
  const size_t paired = pixels / 2 * 8;
  for (size_t i = 0; i < paired; i += 8) {
    countPlain(rgba + i, lanes);
  }
  int32_t special = 0;
  for (size_t lane = 0; lane < 8; lane++) {
    special |= lanes.atCeiling[lane];
  }
  if (special != 0) {  // rare: NaN, infinity or the largest half in this line
    lanes = TallyLanes();
    for (size_t i = 0; i < paired; i++) {
      countAny(rgba[i], i % 8, lanes);
    }
  }
  for (size_t i = paired; i < 4 * pixels; i++) {
    countAny(rgba[i], i % 8, lanes);
  }
  addLanes(lanes, tally);
}
