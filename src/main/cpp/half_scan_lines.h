// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ImfChannelList.h>
#include <ImfHeader.h>
#include <ImfVersion.h>

#include <cstring>
#include <string>
#include <vector>

#include "exr_scan.h"

namespace platewright {

/** The chunks of a single-part scan-line file of half samples without subsampling, top line first, which has R, G and B:
 *  what our own readers read. */
class HalfScanLines {
 public:
  HalfScanLines(const char* file, uint64_t size, const Imf::Header& header, int version, int64_t linesPerChunk)
      : file_(file), size_(size), window_(header.dataWindow()), linesPerChunk_(linesPerChunk) {
    const bool scanLines = !Imf::isMultiPart(version) && !Imf::isTiled(version) && !Imf::isNonImage(version);
    fits_ = scanLines && header.lineOrder() == Imf::INCREASING_Y && findChannels(header.channels()) && findTable();
  }

  bool fits() const { return fits_; }
  size_t width() const { return static_cast<size_t>(window_.max.x - window_.min.x + 1); }
  size_t linesPerChunk() const { return static_cast<size_t>(linesPerChunk_); }
  /** In the order of their names, which is the order of their samples in a chunk. */
  const std::vector<std::string>& channels() const { return names_; }
  /** Which of the channels R, G, B and A are; A is negative where there is none. */
  const int* place() const { return place_; }
  size_t lineBytes() const { return 2 * width() * names_.size(); }

  /** read(data, size, lines, rgba) turns one chunk into its lines. False where it, or a chunk's place, is not as it should
   *  be. */
  template <typename Read>
  bool decode(uint16_t* rgba, const Read& read) const {
    const int64_t height = static_cast<int64_t>(window_.max.y) - window_.min.y + 1;
    const int64_t chunks = (height + linesPerChunk_ - 1) / linesPerChunk_;
    if (!fits_ || table_ + static_cast<uint64_t>(chunks) * sizeof(uint64_t) > size_) {
      return false;
    }
    uint64_t behind = 0;
    for (int64_t chunk = 0; chunk < chunks; chunk++) {
      const int64_t line = chunk * linesPerChunk_;
      const auto lines = static_cast<size_t>(height - line < linesPerChunk_ ? height - line : linesPerChunk_);
      uint64_t at = 0;
      std::memcpy(&at, file_ + table_ + static_cast<uint64_t>(chunk) * sizeof at, sizeof at);
      int32_t lead[2];  // the number of the first line, the number of bytes
      if (at > size_ || size_ - at < sizeof lead || (chunk > 0 && at != behind)) {
        return false;  // libOpenEXR reads the next chunk where the last one ended, whatever the table says
      }
      std::memcpy(lead, file_ + at, sizeof lead);
      const char* data = file_ + at + sizeof lead;
      if (lead[0] != window_.min.y + line || lead[1] <= 0 ||
          static_cast<uint64_t>(lead[1]) > size_ - at - sizeof lead ||
          !read(data, static_cast<size_t>(lead[1]), lines, rgba + 4 * width() * static_cast<size_t>(line))) {
        return false;
      }
      behind = at + sizeof lead + static_cast<uint64_t>(lead[1]);
    }
    return true;
  }

 private:
  bool findTable() {
    table_ = walkFirstHeader(file_, size_, [](const char*, const char*, int32_t) { return false; });
    return table_ != 0;
  }

  bool findChannels(const Imf::ChannelList& list) {
    static const char* const names[] = {"R", "G", "B", "A"};
    for (auto it = list.begin(); it != list.end(); ++it) {
      const Imf::Channel& channel = it.channel();
      if (channel.type != Imf::HALF || channel.xSampling != 1 || channel.ySampling != 1) {
        return false;
      }
      for (int c = 0; c < 4; c++) {
        if (std::strcmp(it.name(), names[c]) == 0) {
          place_[c] = static_cast<int>(names_.size());
        }
      }
      names_.emplace_back(it.name());
    }
    return place_[0] >= 0 && place_[1] >= 0 && place_[2] >= 0;
  }

  const char* file_;
  uint64_t size_;
  Imath::Box2i window_;
  int64_t linesPerChunk_;
  uint64_t table_ = 0;
  std::vector<std::string> names_;
  int place_[4] = {-1, -1, -1, -1};
  bool fits_ = false;
};

}  // namespace platewright
