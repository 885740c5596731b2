// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace platewright {

constexpr size_t kBlockSamples = 64;

/** Where the coefficients of a block stand, in the zig-zag order of JPEG (ITU-T T.81, figure A.6), column by column. */
struct ZigZag {
  uint8_t place[kBlockSamples];

  constexpr ZigZag() : place() {
    int column = 0, row = 0;
    for (size_t i = 0; i < kBlockSamples; i++) {
      place[i] = static_cast<uint8_t>(8 * column + row);
      const bool up = (column + row) % 2 == 0;
      int& onward = up ? column : row;
      int& back = up ? row : column;
      if (onward == 7) {
        back++;
      } else {
        onward++;
        back -= back > 0 ? 1 : 0;
      }
    }
  }
};
constexpr ZigZag kZigZag;

/** What one value of the AC stream does to a block: 0xff00 ends it, 0xffnn leaves nn coefficients zero, and anything else
 *  is a coefficient. */
struct AcStep {
  uint16_t coefficient;
  size_t advance;
  bool literal;

  explicit AcStep(uint16_t value) : coefficient(value), advance(1), literal(value < 0xff00) {
    if (!literal) {
      const size_t zeros = value & 0xff;
      coefficient = 0;
      advance = zeros == 0 || zeros > kBlockSamples ? kBlockSamples : zeros;
    }
  }
};

/** The AC stream of a chunk that DEFLATE compressed: its values stand side by side. */
class AcValues {
 public:
  AcValues(const uint8_t* values, size_t count) : values_(values), count_(count) {}

  /** Fills a block of zeros but for its first coefficient. The answer is the index in zig-zag order of the last
   *  coefficient that the stream holds, 0 where there is none, negative where the stream is broken. */
  int fill(uint16_t* block) {
    int last = 0;
    for (size_t at = 1; at < kBlockSamples;) {
      if (next_ >= count_) {
        return -1;
      }
      uint16_t value;
      std::memcpy(&value, values_ + 2 * next_++, sizeof value);
      const AcStep step(value);
      block[kZigZag.place[at]] = step.coefficient;
      last = step.literal ? static_cast<int>(at) : last;
      at += step.advance;
    }
    return last;
  }

  bool isDone() const { return next_ == count_; }

 private:
  const uint8_t* values_;
  size_t count_;
  size_t next_ = 0;
};

}  // namespace platewright
