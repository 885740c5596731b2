// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstring>

#include "exr_file.h"
#include "exr_scan.h"
#include "exr_stream.h"
#include "plate_header.h"

namespace platewright {

/** Whether a file's chunks are what a plate's would be: same compression, channels and size, scan lines from the top. */
inline bool hasChunksOf(const ExrFile& source, const PlateHeader& plate) {
  const Imf::Header& header = source.header();
  const Imath::V2i size = header.dataWindow().size();
  return source.isPlainScanLine() && header.lineOrder() == Imf::INCREASING_Y &&
         header.compression() == plate.header().compression() && header.channels() == plate.header().channels() &&
         size.x + 1 == plate.width() && size.y + 1 == plate.height();
}

/** Writes a plate whose chunks are a source's, bit for bit but for the numbers of their lines. False, and nothing of use
 *  is written, where the source's chunks are others or cannot be found. */
inline bool copyChunks(const ExrFile& source, PlateHeader& plate, int linesPerBlock, MemoryOut& out) {
  if (!hasChunksOf(source, plate)) {
    return false;
  }
  const char* file = source.data();
  const uint64_t size = source.size();
  const uint64_t table = walkFirstHeader(file, size, [](const char*, const char*, int32_t) { return false; });
  const int32_t top = source.header().dataWindow().min.y;
  const auto blocks = static_cast<uint64_t>((plate.height() + linesPerBlock - 1) / linesPerBlock);
  if (table == 0 || blocks * sizeof(uint64_t) > size - table) {
    return false;
  }
  plate.dwaLevelOf(source.header());
  out.clear();
  plate.writeTo(out);
  const uint64_t ownTable = out.tellp();
  out.reserve(blocks * sizeof(uint64_t));
  out.advance(blocks * sizeof(uint64_t));
  for (uint64_t block = 0; block < blocks; block++) {
    uint64_t at;
    std::memcpy(&at, file + table + block * sizeof at, sizeof at);
    int32_t lead[2];  // the number of the first line, the number of bytes
    if (at > size || size - at < sizeof lead) {
      return false;
    }
    std::memcpy(lead, file + at, sizeof lead);
    const auto line = static_cast<int32_t>(block) * linesPerBlock;
    if (lead[0] != top + line || lead[1] <= 0 || static_cast<uint64_t>(lead[1]) > size - at - sizeof lead) {
      return false;
    }
    const uint64_t place = out.tellp();
    lead[0] = line;
    out.write(reinterpret_cast<const char*>(lead), sizeof lead);
    out.write(file + at + sizeof lead, lead[1]);
    std::memcpy(out.data() + ownTable + block * sizeof place, &place, sizeof place);
  }
  return true;
}

}  // namespace platewright
