// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ImfChannelList.h>
#include <ImfCompression.h>
#include <ImfHeader.h>
#include <ImfVersion.h>
#include <isa-l.h>

#include <cstring>
#include <memory>
#include <vector>

#include "exr_scan.h"
#include "zip_lines.h"

namespace platewright {

/** Reads single-part scan-line files of half samples that ZIP or ZIPS compressed, with ISA-L's inflate, which checks each
 *  block's Adler-32. Whatever is unusual or damaged it leaves to libOpenEXR, which then has the word. */
class ZipReader {
 public:
  ZipReader(const char* file, uint64_t size, const Imf::Header& header, int version)
      : file_(file), size_(size), window_(header.dataWindow()) {
    const Imf::Compression compression = header.compression();
    const bool zipped = compression == Imf::ZIP_COMPRESSION || compression == Imf::ZIPS_COMPRESSION;
    const bool scanLines = !Imf::isMultiPart(version) && !Imf::isTiled(version) && !Imf::isNonImage(version);
    linesPerBlock_ = compression == Imf::ZIPS_COMPRESSION ? 1 : 16;
    fits_ = zipped && scanLines && header.lineOrder() == Imf::INCREASING_Y && findChannels(header.channels()) &&
            findTable();
  }

  /** False where it is not done, and then the picture holds nothing of use. */
  bool decode(uint16_t* rgba) {
    if (!fits_) {
      return false;
    }
    const int64_t height = static_cast<int64_t>(window_.max.y) - window_.min.y + 1;
    const int64_t blocks = (height + linesPerBlock_ - 1) / linesPerBlock_;
    if (table_ + static_cast<uint64_t>(blocks) * sizeof(uint64_t) > size_) {
      return false;
    }
    bytes_.resize(lineBytes() * static_cast<size_t>(linesPerBlock_));
    for (int64_t block = 0; block < blocks; block++) {
      const int64_t line = block * linesPerBlock_;
      const auto lines = static_cast<size_t>(height - line < linesPerBlock_ ? height - line : linesPerBlock_);
      const int64_t y = window_.min.y + line;
      if (!readBlock(block, y, lines, rgba + 4 * width() * static_cast<size_t>(line))) {
        return false;
      }
    }
    return true;
  }

 private:
  size_t width() const { return static_cast<size_t>(window_.max.x - window_.min.x + 1); }
  size_t lineBytes() const { return 2 * width() * channels_; }

  bool findTable() {
    table_ = walkFirstHeader(file_, size_, [](const char*, const char*, int32_t) { return false; });
    return table_ != 0;
  }

  /** The places of R, G, B and A among the channels, which stand in the order of their names. */
  bool findChannels(const Imf::ChannelList& list) {
    static const char* const names[] = {"R", "G", "B", "A"};
    for (auto it = list.begin(); it != list.end(); ++it, channels_++) {
      const Imf::Channel& channel = it.channel();
      if (channel.type != Imf::HALF || channel.xSampling != 1 || channel.ySampling != 1) {
        return false;
      }
      for (int c = 0; c < 4; c++) {
        if (std::strcmp(it.name(), names[c]) == 0) {
          place_[c] = static_cast<int>(channels_);
        }
      }
    }
    return place_[0] >= 0 && place_[1] >= 0 && place_[2] >= 0;
  }

  bool readBlock(int64_t block, int64_t y, size_t lines, uint16_t* rgba) {
    uint64_t at = 0;
    std::memcpy(&at, file_ + table_ + static_cast<uint64_t>(block) * sizeof at, sizeof at);
    int32_t lead[2];  // the number of the first line, the number of bytes
    if (at > size_ || size_ - at < sizeof lead) {
      return false;
    }
    std::memcpy(lead, file_ + at, sizeof lead);
    const size_t whole = lineBytes() * lines;
    const uint64_t left = size_ - at - sizeof lead;
    if (lead[0] != y || lead[1] <= 0 || static_cast<uint64_t>(lead[1]) > left || static_cast<size_t>(lead[1]) >= whole ||
        !inflate(file_ + at + sizeof lead, static_cast<uint32_t>(lead[1]), whole)) {
      return false;
    }
    sums(bytes_.data(), whole);
    for (size_t line = 0; line < lines; line++) {
      const uint8_t* low = bytes_.data() + lineBytes() / 2 * line;
      joinLine(low, low + whole / 2, width(), place_, rgba + 4 * width() * line);
    }
    return true;
  }

  bool inflate(const char* source, uint32_t size, size_t whole) {
    if (state_ == nullptr) {
      state_ = std::make_unique<inflate_state>();
    }
    isal_inflate_init(state_.get());
    state_->crc_flag = ISAL_ZLIB;
    state_->next_in = reinterpret_cast<uint8_t*>(const_cast<char*>(source));
    state_->avail_in = size;
    state_->next_out = bytes_.data();
    state_->avail_out = static_cast<uint32_t>(whole);
    return isal_inflate_stateless(state_.get()) == ISAL_DECOMP_OK && state_->total_out == whole;
  }

  const char* file_;
  uint64_t size_;
  Imath::Box2i window_;
  uint64_t table_ = 0;
  int64_t linesPerBlock_ = 1;
  size_t channels_ = 0;
  int place_[4] = {-1, -1, -1, -1};
  bool fits_ = false;
  std::unique_ptr<inflate_state> state_;
  std::vector<uint8_t> bytes_;
};

}  // namespace platewright
