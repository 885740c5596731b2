// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <isa-l.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "settled_stream.h"

namespace platewright {

/** Whether Huffman codes would save less than about 4 % of the bytes: their entropy, measured on some 8192 of them, is over
 *  7.7 bits. So it is with the low bytes of half samples wherever a picture has grain. */
inline bool isDense(const uint8_t* bytes, size_t count) {
  constexpr size_t kSamples = 8192;
  if (count < kSamples / 2) {  // too few to say something about 256 values
    return false;
  }
  const size_t step = std::max<size_t>(1, count / kSamples);
  uint32_t counts[256] = {};
  for (size_t i = 0; i < count; i += step) {
    counts[bytes[i]]++;
  }
  double bits = 0;
  double total = 0;
  for (int value = 0; value < 256; value++) {
    const double n = counts[value];
    if (n > 0) {
      bits -= n * std::log2(n);
      total += n;
    }
  }
  return bits / total + std::log2(total) > 7.7;
}

/** ISA-L's deflate with a zlib frame (RFC 1950). One for each thread; it keeps its tables from block to block. */
class Deflater {
 public:
  /** The stream starts as zeros: its init leaves hist_bits alone, and a stray value there is a shorter look back. */
  explicit Deflater(int level) : level_(static_cast<uint32_t>(level)) {
    static const size_t tables[] = {ISAL_DEF_LVL0_DEFAULT, ISAL_DEF_LVL1_DEFAULT, ISAL_DEF_LVL2_DEFAULT,
                                    ISAL_DEF_LVL3_DEFAULT};
    tables_.resize(tables[level]);
  }

  /** The number of bytes written to target, or 0 where they would be as many as the source's or more. */
  size_t deflate(const uint8_t* source, size_t size, uint8_t* target) {
    return deflate(source, size, target, size - 1, IGZIP_ZLIB);
  }

  /** The same, and the first half of the bytes is stored as it is: where nothing is to be gained there, it costs neither
   *  the writer nor any reader the time of Huffman codes, and the second half gets codes of its own. */
  size_t deflateSecondHalf(const uint8_t* source, size_t size, uint8_t* target) {
    constexpr size_t kFrame = 2 + 4;  // a zlib stream's header and its Adler-32
    uint8_t* at = target;
    *at++ = 0x78;
    *at++ = 0x01;
    at = storeBlocks(source, size / 2, at);
    const size_t written = static_cast<size_t>(at - target);
    if (size < written + kFrame + 1) {
      return 0;
    }
    const size_t room = size - 1 - written - 4;
    const size_t half = size - size / 2;
    const size_t deflated = deflate(source + size / 2, half, at, std::min(room, half), IGZIP_DEFLATE);
    if (deflated == 0) {
      return 0;
    }
    at += deflated;
    const uint32_t sum = isal_adler32(1, source, size);
    for (int shift = 24; shift >= 0; shift -= 8) {
      *at++ = static_cast<uint8_t>(sum >> shift);
    }
    return static_cast<size_t>(at - target);
  }

 private:
  /** Blocks of type 0 (RFC 1951, 3.2.4), none of them the last of its stream. Returns where they end. */
  static uint8_t* storeBlocks(const uint8_t* source, size_t size, uint8_t* at) {
    constexpr size_t kMost = 65535;
    for (size_t done = 0; done < size;) {
      const auto count = static_cast<uint16_t>(std::min(kMost, size - done));
      const auto inverted = static_cast<uint16_t>(~count);
      *at++ = 0;
      std::memcpy(at, &count, 2);
      std::memcpy(at + 2, &inverted, 2);
      std::memcpy(at + 4, source + done, count);
      at += 4 + count;
      done += count;
    }
    return at;
  }

  size_t deflate(const uint8_t* source, size_t size, uint8_t* target, size_t room, uint16_t frame) {
    isal_deflate_stateless_init(stream_.get());
    stream_->level = level_;
    stream_->level_buf = tables_.data();
    stream_->level_buf_size = static_cast<uint32_t>(tables_.size());
    stream_->gzip_flag = frame;
    stream_->end_of_stream = 1;
    stream_->flush = NO_FLUSH;
    stream_->next_in = const_cast<uint8_t*>(source);
    stream_->avail_in = static_cast<uint32_t>(size);
    stream_->next_out = target;
    stream_->avail_out = static_cast<uint32_t>(room);
    const int answer = isal_deflate_stateless(stream_.get());
    if (answer != COMP_OK && answer != STATELESS_OVERFLOW) {
      throw std::runtime_error("ISA-L answered " + std::to_string(answer) + " to a block");
    }
    return answer == COMP_OK ? stream_->total_out : 0;
  }

  uint32_t level_;
  SettledStream stream_;
  std::vector<uint8_t> tables_;
};

}  // namespace platewright
