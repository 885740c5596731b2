// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ImfCompression.h>
#include <ImfHeader.h>

#include <vector>

#include "half_scan_lines.h"
#include "inflater.h"
#include "zip_lines.h"

namespace platewright {

/** Reads single-part scan-line files of half samples that ZIP or ZIPS compressed, with ISA-L's inflate, which checks each
 *  block's Adler-32. Whatever is unusual or damaged it leaves to libOpenEXR, which then has the word. */
class ZipReader {
 public:
  ZipReader(const char* file, uint64_t size, const Imf::Header& header, int version)
      : zipped_(header.compression() == Imf::ZIP_COMPRESSION || header.compression() == Imf::ZIPS_COMPRESSION),
        lines_(file, size, header, version, header.compression() == Imf::ZIPS_COMPRESSION ? 1 : 16) {}

  /** False where it is not done, and then the picture holds nothing of use. */
  bool decode(uint16_t* rgba) {
    if (!zipped_ || !lines_.fits()) {
      return false;
    }
    bytes_.resize(lines_.lineBytes() * lines_.linesPerChunk());
    return lines_.decode(rgba, [this](const char* data, size_t size, size_t lines, uint16_t* target) {
      return readBlock(data, size, lines, target);
    });
  }

 private:
  bool readBlock(const char* data, size_t size, size_t lines, uint16_t* rgba) {
    const size_t lineBytes = lines_.lineBytes(), whole = lineBytes * lines, width = lines_.width();
    if (size >= whole || !inflater_.inflate(data, size, bytes_.data(), whole)) {
      return false;
    }
    sums(bytes_.data(), whole);
    for (size_t line = 0; line < lines; line++) {
      const uint8_t* low = bytes_.data() + lineBytes / 2 * line;
      joinLine(low, low + whole / 2, width, lines_.place(), rgba + 4 * width * line);
    }
    return true;
  }

  bool zipped_;
  HalfScanLines lines_;
  Inflater inflater_;
  std::vector<uint8_t> bytes_;
};

}  // namespace platewright
