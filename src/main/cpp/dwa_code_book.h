// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "dwa_values.h"

namespace platewright {

/** One value of an AC stream or two, and what they do to a block. */
struct AcEntry {
  uint16_t first = 0, second = 0;  // coefficients; a single value is written twice
  uint8_t middle = 0;              // from the first place to the second
  int8_t literal = kNone;          // to the last place that is no run of zeros
  uint16_t step = 0;               // to the place behind and, in steps of kValue, the number of values

  static constexpr int8_t kNone = -128;
  static constexpr uint16_t kValue = 256;

  AcEntry() = default;
  explicit AcEntry(uint16_t value) {
    const AcStep one(value);
    first = second = one.coefficient;
    literal = one.literal ? 0 : kNone;
    step = static_cast<uint16_t>(one.advance + kValue);
  }
  AcEntry(const AcEntry& one, const AcEntry& two) : first(one.first), second(two.first) {
    middle = static_cast<uint8_t>(one.advance());
    literal = two.literal == 0 ? static_cast<int8_t>(middle) : one.literal;
    step = static_cast<uint16_t>(one.step + two.step);
  }

  unsigned advance() const { return step % kValue; }

  /** The last value alone. */
  AcEntry last() const {
    AcEntry entry = *this;
    entry.first = second;
    entry.middle = 0;
    entry.literal = literal == middle ? 0 : kNone;
    entry.step = static_cast<uint16_t>(step == 0 ? 0 : advance() - middle + kValue);
    return entry;
  }
};

/** The canonical code of OpenEXR's Huffman coder ("Technical Introduction to OpenEXR", PIZ, whose coder DWA shares): a
 *  6-bit length for each symbol, longer codes have the smaller numbers. The last symbol repeats the value before. */
class DwaCodeBook {
 public:
  static constexpr unsigned kLookBits = 12;
  static constexpr unsigned kLongest = 56;  // what a refilled bit buffer always holds; real codes stay below 40
  static constexpr uint8_t kBeyond = kBlockSamples;
  static constexpr uint32_t kSymbols = 65537;

  /** The values at the top of the bits, and how many bits they take: 0 where find must be asked. */
  struct Look {
    unsigned bits;
    const AcEntry* entry;
  };

  /** Reads the lengths of the symbols from lowest to highest. The answer is the place behind them, 0 where they are broken
   *  or no complete code. */
  size_t read(const uint8_t* bytes, size_t size, uint32_t lowest, uint32_t highest) {
    repeat_ = highest;
    const size_t behind = readLengths(bytes, size, lowest, highest);
    if (behind == 0 || !order()) {
      return 0;
    }
    fillSingles();
    fillPairs();
    return behind;
  }

  /** One value or two; the entry's middle is kBeyond where there are no bits. The table that gives the bits is small, as
   *  each look waits for the one before. */
  Look look(uint64_t buffer) const {
    const uint16_t found = looks_[buffer >> (64 - kLookBits)];
    return {found % kBits, &entries_[found / kBits]};
  }
  /** Only the first of them. */
  Look lookAtOne(uint64_t buffer) const {
    const size_t i = buffer >> (64 - kLookBits);
    return {singleBits_[i], &singles_[i]};
  }

  /** The symbol of a code that has no entry. Its length is counted for the eight likely ones, as to search for it would be
   *  to guess wrong each time. */
  uint32_t find(uint64_t buffer, unsigned& bits) const {
    bits = shortestOther_;
    for (unsigned i = 0; i < kLikely; i++) {
      bits += buffer < start_[shortestOther_ + i] ? 1 : 0;
    }
    while (buffer < start_[bits]) {
      bits++;  // ends, as the longest codes start at 0
    }
    return ordered_[first_[bits] + ((buffer - start_[bits]) >> (64 - bits))];
  }

  bool isRepeat(uint32_t symbol) const { return symbol == repeat_; }

 private:
  struct Length {
    uint32_t symbol;
    uint8_t bits;
  };

  /** 6 bits each: 0 to 58 are a length, 59 to 62 a run of 2 to 5 symbols without a code, 63 a run of 6 and more, whose
   *  excess stands in 8 bits. */
  size_t readLengths(const uint8_t* bytes, size_t size, uint32_t lowest, uint32_t highest) {
    size_t at = 0;
    uint64_t buffer = 0;
    unsigned held = 0;
    bool whole = true;
    const auto take = [&](unsigned bits) {
      if (held < bits) {
        whole = whole && at < size;
        buffer = buffer << 8 | (at < size ? bytes[at] : 0);
        at++;
        held += 8;
      }
      held -= bits;
      return static_cast<uint32_t>(buffer >> held) & ((1U << bits) - 1);
    };
    lengths_.clear();
    for (uint32_t symbol = lowest; symbol <= highest && whole;) {
      const uint32_t bits = take(6);
      if (bits < 59) {
        if (bits > kLongest) {
          return 0;
        }
        if (bits > 0) {
          lengths_.push_back({symbol, static_cast<uint8_t>(bits)});
        }
        symbol++;
      } else {
        symbol += bits < 63 ? bits - 57 : 6 + take(8);
        whole = whole && symbol <= highest + 1;
      }
    }
    return whole ? at : 0;
  }

  /** Puts the symbols in the order of their codes. False where the codes are not complete: every bit pattern must mean
   *  something, and one thing only. */
  bool order() {
    count_.fill(0);
    for (const Length& length : lengths_) {
      count_[length.bits]++;
    }
    constexpr uint64_t all = uint64_t{1} << kLongest;
    uint64_t taken = 0;  // of all bit patterns
    std::array<uint32_t, kLongest + 1> next{};
    uint32_t place = 0;
    for (unsigned bits = kLongest; bits > 0; bits--) {
      const uint64_t each = all >> bits;
      if (taken % each != 0 || count_[bits] > (all - taken) / each) {
        return false;
      }
      start_[bits] = taken << (64 - kLongest);
      first_[bits] = next[bits] = place;
      place += count_[bits];
      taken += count_[bits] * each;
      shortest_ = count_[bits] > 0 ? bits : shortest_;
    }
    ordered_.resize(place);
    for (const Length& length : lengths_) {
      ordered_[next[length.bits]++] = length.symbol;
    }
    return taken == all;
  }

  void fillSingles() {
    singleBits_.fill(0);
    shortestOther_ = std::max(shortest_, kLookBits + 1);
    for (unsigned bits = shortest_; bits <= kLookBits; bits++) {
      const size_t each = size_t{1} << (kLookBits - bits);
      size_t at = start_[bits] >> (64 - kLookBits);
      for (uint32_t i = 0; i < count_[bits]; i++, at += each) {
        const uint32_t symbol = ordered_[first_[bits] + i];
        if (isRepeat(symbol)) {
          shortestOther_ = bits;
          continue;
        }
        std::fill_n(singles_.begin() + static_cast<ptrdiff_t>(at), each, AcEntry(static_cast<uint16_t>(symbol)));
        std::fill_n(singleBits_.begin() + static_cast<ptrdiff_t>(at), each, static_cast<uint8_t>(bits));
      }
    }
  }

  /** Two values where both codes fit into what is looked at and the first does not end the block. What begins with the
   *  same codes has one entry. */
  void fillPairs() {
    size_t entries = 1;
    entries_[0].middle = kBeyond;
    looks_.fill(0);
    for (uint32_t i = 0; i < kLooks;) {
      const unsigned one = singleBits_[i];
      const uint32_t behind = (i << one) % kLooks;
      const unsigned two = singleBits_[behind];
      if (entries == kLooks) {
        i++;  // no number is left: one value at a time
      } else if (two > 0 && one > 0 && one + two <= kLookBits && singles_[i].advance() < kBlockSamples) {
        const uint32_t alike = 1U << (kLookBits - one - two);
        entries_[entries] = AcEntry(singles_[i], singles_[behind]);
        std::fill_n(looks_.begin() + i, alike, static_cast<uint16_t>(entries++ * kBits + one + two));
        i += alike;
      } else {
        if (one > 0 && behind > 0 && looks_[i - 1] % kBits == one) {
          looks_[i] = looks_[i - 1];
        } else if (one > 0) {
          entries_[entries] = singles_[i];
          looks_[i] = static_cast<uint16_t>(entries++ * kBits + one);
        }
        i++;
      }
    }
  }

  static constexpr unsigned kLikely = 8;
  static constexpr uint32_t kLooks = 1U << kLookBits;
  static constexpr unsigned kBits = 16;

  uint32_t repeat_ = 0;
  unsigned shortest_ = 0, shortestOther_ = 0;
  std::vector<Length> lengths_;
  std::vector<uint32_t> ordered_;
  std::array<uint32_t, kLongest + 1> count_{};
  std::array<uint64_t, kLongest + kLikely + 1> start_{};  // the least code of each length, at the top of 64 bits
  std::array<uint32_t, kLongest + 1> first_{};  // and its place among the ordered
  std::array<uint16_t, kLooks> looks_;  // the place of an entry, in steps of kBits, and the bits
  std::array<AcEntry, kLooks> entries_;
  std::array<AcEntry, kLooks> singles_;
  std::array<uint8_t, kLooks> singleBits_;
};

}  // namespace platewright
