// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "dwa_code_book.h"
#include "dwa_cosines.h"
#include "dwa_values.h"

namespace platewright {

/** The AC stream of a chunk in Huffman codes. The values go straight from the bits to their places in a block. */
class AcCodes {
 public:
  /** Five numbers of four bytes (lowest and highest symbol, two of no use here with the number of bits between them), the
   *  lengths of the codes, the bits. False where they are broken. */
  bool begin(const uint8_t* bytes, size_t size) {
    constexpr size_t lead = 20;
    uint32_t numbers[5];
    if (size < lead) {
      return false;
    }
    std::memcpy(numbers, bytes, sizeof numbers);
    const uint32_t lowest = numbers[0], highest = numbers[1];
    count_ = numbers[3];
    if (lowest > highest || highest >= DwaCodeBook::kSymbols || count_ > INT32_MAX) {
      return false;
    }
    const size_t lengths = book_.read(bytes + lead, size - lead, lowest, highest);
    bits_ = Bits();
    bits_.stream = bytes + lead + lengths;
    bits_.size = (count_ + 7) / 8;
    values_ = 0;
    repeats_ = 0;
    other_ = AcEntry();
    before_ = &other_;
    return lengths != 0 && bits_.size <= size - lead - lengths;
  }

  /** As AcValues::fill. */
  PLATEWRIGHT_DWA int fill(uint16_t* block) {
    Bits bits = bits_;  // in registers, as nothing below writes through this
    const AcEntry* entry = before_;
    uint64_t at = values_ * AcEntry::kValue + 1;
    int last = 0;
    const auto place = [&]() __attribute__((always_inline)) PLATEWRIGHT_DWA { return at % AcEntry::kValue; };
    const auto put = [&]() __attribute__((always_inline)) PLATEWRIGHT_DWA {
      block[kZigZag.place[place()]] = entry->first;
      block[kZigZag.place[place() + entry->middle]] = entry->second;
      last = std::max(last, static_cast<int>(place()) + entry->literal);
      at += entry->step;
    };
    const auto repeat = [&]() __attribute__((always_inline)) PLATEWRIGHT_DWA {
      for (; repeats_ > 0 && place() < kBlockSamples; repeats_--) {
        put();
      }
    };
    repeat();
    while (place() < kBlockSamples) {
      bits.refill();
      for (unsigned i = 0; i < DwaCodeBook::kLongest / DwaCodeBook::kLookBits && place() < kBlockSamples; i++) {
        DwaCodeBook::Look look = book_.look(bits.buffer);
        if (__builtin_expect(place() + look.entry->middle >= kBlockSamples, 0)) {
          look = book_.lookAtOne(bits.buffer);
          if (look.bits == 0) {
            if (!findOther(bits, *entry)) {
              return -1;
            }
            entry = &other_;
            repeat();
            break;
          }
        }
        entry = look.entry;
        bits.skip(look.bits);
        put();
      }
    }
    values_ = at / AcEntry::kValue;
    before_ = entry;
    bits_ = bits;
    return last;
  }

  /** Whether all bits and no more were used. */
  bool isDone() const { return repeats_ == 0 && 8 * static_cast<uint64_t>(bits_.at) - bits_.held == count_; }
  uint64_t values() const { return values_; }

 private:
  struct Bits {
    const uint8_t* stream = nullptr;
    size_t size = 0, at = 0;
    uint64_t buffer = 0;
    unsigned held = 0;  // of the bits in the buffer; those below them may be the next ones already

    /** At least 56 bits, zeros behind the end. */
    [[gnu::always_inline]] void refill() {
      uint64_t next = 0;
      if (__builtin_expect(at + sizeof next <= size, 1)) {
        std::memcpy(&next, stream + at, sizeof next);
      } else if (at < size) {
        std::memcpy(&next, stream + at, size - at);
      }
      buffer |= __builtin_bswap64(next) >> held;
      at += (63 - held) >> 3;
      held |= 56;
    }

    [[gnu::always_inline]] void skip(unsigned bits) {
      buffer <<= bits % 64;
      held -= bits;
    }
  };

  /** A code without an entry: a long one, or that which says how often the value before is repeated. */
  [[gnu::always_inline]] bool findOther(Bits& bits, const AcEntry& before) {
    unsigned length;
    bits.refill();
    const uint32_t symbol = book_.find(bits.buffer, length);
    bits.skip(length);
    if (!book_.isRepeat(symbol)) {
      repeats_ = 1;
      other_ = AcEntry(static_cast<uint16_t>(symbol));
      return true;
    }
    bits.refill();
    repeats_ = static_cast<uint32_t>(bits.buffer >> 56);
    bits.skip(8);
    other_ = before.last();
    return repeats_ > 0 && other_.step > 0;
  }

  DwaCodeBook book_;
  Bits bits_;
  uint64_t count_ = 0, values_ = 0;  // of bits in the stream; of values until now
  uint32_t repeats_ = 0;
  AcEntry other_;
  const AcEntry* before_ = &other_;
};

}  // namespace platewright
