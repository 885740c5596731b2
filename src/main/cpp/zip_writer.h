// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ImfCompression.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "deflater.h"
#include "exr_stream.h"
#include "plate_header.h"
#include "zip_rows.h"

namespace platewright {

/** Writes ZIP and ZIPS files chunk by chunk: libOpenEXR writes the header, ISA-L deflates the blocks. Lines may come in
 *  any portions; a block is written when its last line is there. */
class ZipWriter {
 public:
  ZipWriter(int level, bool wide) : deflater_(level), wide_(wide && hasWideKernels()) {}

  void begin(const PlateHeader& plate, MemoryOut& out) {
    width_ = plate.width();
    height_ = plate.height();
    channels_ = plate.alpha() ? 4 : 3;
    linesPerBlock_ = plate.header().compression() == Imf::ZIPS_COMPRESSION ? 1 : 16;
    line_ = 0;
    const size_t block = 2 * lineBytes() * static_cast<size_t>(blockLines(0));
    rows_.resize(block);
    predicted_.resize(block);
    plate.writeTo(out);
    offsets_.clear();
    table_ = out.tellp();
    const auto blocks = static_cast<size_t>((height_ + linesPerBlock_ - 1) / linesPerBlock_);
    out.reserve(blocks * sizeof(uint64_t));
    out.advance(blocks * sizeof(uint64_t));
    offsets_.reserve(blocks);
  }

  void lines(const uint16_t* rgba, int count, MemoryOut& out) {
    for (int i = 0; i < count; i++, line_++) {
      const int inBlock = line_ % linesPerBlock_;
      const int inThisBlock = blockLines(line_ / linesPerBlock_);
      const uint16_t* line = rgba + static_cast<ptrdiff_t>(i) * 4 * width_;
      uint8_t* low = rows_.data() + lineBytes() * static_cast<size_t>(inBlock);
      uint8_t* high = low + lineBytes() * static_cast<size_t>(inThisBlock);
      if (wide_) {
        splitLineWide(line, width_, channels_, low, high);
      } else {
        splitLine(line, 0, width_, channels_, low, high);
      }
      if (inBlock + 1 == inThisBlock) {
        writeBlock(line_ - inBlock, 2 * lineBytes() * static_cast<size_t>(inThisBlock), out);
      }
    }
  }

  void finish(MemoryOut& out) {
    std::memcpy(out.data() + table_, offsets_.data(), offsets_.size() * sizeof(uint64_t));
  }

 private:
  int blockLines(int block) const { return std::min(linesPerBlock_, height_ - block * linesPerBlock_); }

  /** The low (or the high) bytes of one line. */
  size_t lineBytes() const { return static_cast<size_t>(channels_) * static_cast<size_t>(width_); }

  void writeBlock(int firstLine, size_t size, MemoryOut& out) {
    offsets_.push_back(out.tellp());
    char* chunk = out.reserve(8 + size);
    auto* body = reinterpret_cast<uint8_t*>(chunk) + 8;
    differences(rows_.data(), size, predicted_.data());
    size_t stored = isDense(predicted_.data(), size / 2) ? deflater_.deflateSecondHalf(predicted_.data(), size, body)
                                                         : deflater_.deflate(predicted_.data(), size, body);
    if (stored == 0) {  // not smaller: as it is, which a reader knows by the size
      for (size_t i = 0; i < size / 2; i++) {
        body[2 * i] = rows_[i];
        body[2 * i + 1] = rows_[size / 2 + i];
      }
      stored = size;
    }
    const int32_t lead[] = {firstLine, static_cast<int32_t>(stored)};
    std::memcpy(chunk, lead, sizeof lead);
    out.advance(8 + stored);
  }

  Deflater deflater_;
  bool wide_;
  int width_ = 0, height_ = 0, channels_ = 0, linesPerBlock_ = 1, line_ = 0;
  uint64_t table_ = 0;
  std::vector<uint64_t> offsets_;
  std::vector<uint8_t> rows_, predicted_;
};

}  // namespace platewright
