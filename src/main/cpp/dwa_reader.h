// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ImfCompression.h>
#include <ImfHeader.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

#include "dwa_chunk.h"
#include "dwa_codes.h"
#include "dwa_pixels.h"
#include "half_scan_lines.h"
#include "inflater.h"
#include "zip_lines.h"

namespace platewright {

/** Reads single-part scan-line files of half samples that DWAA or DWAB compressed: the colours as cosines, everything
 *  else as runs or deflated. The samples are libOpenEXR's, bit for bit. Whatever is unusual or damaged it leaves to
 *  libOpenEXR, which then has the word, and so everything where the processor lacks what the kernels need. */
class DwaReader {
 public:
  DwaReader(const char* file, uint64_t size, const Imf::Header& header, int version)
      : dwa_(header.compression() == Imf::DWAA_COMPRESSION || header.compression() == Imf::DWAB_COMPRESSION),
        lines_(file, size, header, version, header.compression() == Imf::DWAA_COMPRESSION ? 32 : 256) {}

  /** False where it is not done, and then the picture holds nothing of use. */
  bool decode(uint16_t* rgba) {
    if (!dwa_ || !hasDwaKernels() || !lines_.fits()) {
      return false;
    }
    for (const std::string& name : lines_.channels()) {
      if (name.find('.') != std::string::npos) {
        return false;  // a layer: its colours may be cosines too
      }
    }
    return lines_.decode(rgba, [this](const char* data, size_t size, size_t lines, uint16_t* target) {
      const size_t whole = lines_.lineBytes() * lines;
      if (size == whole) {
        joinRows(reinterpret_cast<const uint8_t*>(data), lines, target);
        return true;
      }
      return size < whole && readChunk(data, size, lines, target);
    });
  }

 private:
  bool readChunk(const char* data, size_t size, size_t lines, uint16_t* rgba) {
    return chunk_.read(data, size, lines_.channels()) && chunk_.hasColour(lines_.place()) && inflateOthers(lines) &&
           inflateDc(lines) && readColour(lines, rgba) && putAlpha(lines, rgba);
  }

  /** A chunk that is not compressed: line by line, and in these channel by channel. */
  void joinRows(const uint8_t* rows, size_t lines, uint16_t* rgba) const {
    const size_t width = lines_.width(), channels = lines_.channels().size();
    for (size_t line = 0; line < lines; line++) {
      for (size_t c = 0; c < 4; c++) {
        const int place = lines_.place()[c];
        const uint8_t* row = rows + 2 * width * (line * channels + static_cast<size_t>(place < 0 ? 0 : place));
        for (size_t x = 0; x < width; x++) {
          uint16_t sample = kHalfOne;
          if (place >= 0) {
            std::memcpy(&sample, row + 2 * x, sizeof sample);
          }
          rgba[4 * (line * width + x) + c] = sample;
        }
      }
    }
  }

  /** The channels that are not colour; those that nobody asks for must be sound as well. */
  bool inflateOthers(size_t lines) {
    const size_t plane = 2 * lines_.width() * lines;
    const size_t deflated = plane * chunk_.count(DwaScheme::kDeflated), runs = plane * chunk_.count(DwaScheme::kRuns);
    const size_t inflated = chunk_.number(DwaChunk::kRunsInflated);
    if (chunk_.number(DwaChunk::kDeflatedRaw) != deflated || chunk_.number(DwaChunk::kRunsRaw) != runs ||
        inflated > 2 * runs) {
      return false;
    }
    deflated_.resize(deflated);
    runs_.resize(runs);
    packed_.resize(inflated);
    return inflatePart(chunk_.deflated(), chunk_.number(DwaChunk::kDeflatedSize), deflated_) &&
           inflatePart(chunk_.runs(), chunk_.number(DwaChunk::kRunsSize), packed_) && unpackRuns();
  }

  /** Nothing is nothing, not the deflated form of nothing. */
  bool inflatePart(const char* source, size_t size, std::vector<uint8_t>& whole) {
    return whole.empty() ? size == 0 : inflater_.inflate(source, size, whole.data(), whole.size());
  }

  /** A count from 0 on: the next byte, once more than that; a negative one: so many bytes as they are. */
  bool unpackRuns() {
    size_t at = 0, to = 0;
    while (at < packed_.size()) {
      const auto count = static_cast<int8_t>(packed_[at++]);
      const size_t bytes = count < 0 ? static_cast<size_t>(-count) : static_cast<size_t>(count) + 1;
      const size_t source = count < 0 ? bytes : 1;
      if (source > packed_.size() - at || bytes > runs_.size() - to) {
        return false;
      }
      if (count < 0) {
        std::memcpy(runs_.data() + to, packed_.data() + at, bytes);
      } else {
        std::memset(runs_.data() + to, packed_[at], bytes);
      }
      at += source;
      to += bytes;
    }
    return to == runs_.size();
  }

  static size_t blocks(size_t samples) { return (samples + 7) / 8; }

  /** The first coefficients of all blocks, plane by plane, as ZIP stores samples: differences, low bytes first. */
  bool inflateDc(size_t lines) {
    const size_t count = 3 * blocks(lines_.width()) * blocks(lines);
    dc_.resize(2 * count);
    if (chunk_.number(DwaChunk::kDcCount) != count ||
        !inflatePart(chunk_.dc(), chunk_.number(DwaChunk::kDcSize), dc_)) {
      return false;
    }
    sums(dc_.data(), dc_.size());
    return true;
  }

  bool readColour(size_t lines, uint16_t* rgba) {
    const size_t count = chunk_.number(DwaChunk::kAcCount), size = chunk_.number(DwaChunk::kAcSize);
    if (count > 3 * (kBlockSamples - 1) * blocks(lines_.width()) * blocks(lines)) {
      return false;
    }
    if (chunk_.number(DwaChunk::kAcMethod) == 0) {
      if (codes_ == nullptr) {
        codes_ = std::make_unique<AcCodes>();
      }
      return codes_->begin(reinterpret_cast<const uint8_t*>(chunk_.ac()), size) && readBlocks(*codes_, lines, rgba) &&
             codes_->isDone() && codes_->values() == count;
    }
    values_.resize(2 * count);
    AcValues values(values_.data(), count);
    return chunk_.number(DwaChunk::kAcMethod) == 1 &&
           inflatePart(chunk_.ac(), size, values_) && readBlocks(values, lines, rgba) && values.isDone();
  }

  template <typename Ac>
  PLATEWRIGHT_DWA bool readBlocks(Ac& ac, size_t lines, uint16_t* rgba) {
    const size_t width = lines_.width(), across = blocks(width), plane = across * blocks(lines);
    const uint16_t* linear = DwaLinear::table();
    const uint8_t* low = dc_.data();
    const uint8_t* high = low + dc_.size() / 2;
    alignas(32) uint16_t coefficients[3][kBlockSamples];
    alignas(32) uint16_t edge[4 * kBlockSamples];
    for (size_t i = 0; i < plane; i++) {
      int last[3];
      for (size_t p = 0; p < 3; p++) {
        for (int part = 0; part < 2 * static_cast<int>(kBlockSamples) / 32; part++) {
          _mm256_store_si256(reinterpret_cast<__m256i*>(coefficients[p]) + part, _mm256_setzero_si256());
        }
        coefficients[p][0] = static_cast<uint16_t>(low[p * plane + i] | high[p * plane + i] << 8);
        last[p] = ac.fill(coefficients[p]);
        if (last[p] < 0) {
          return false;
        }
      }
      const size_t x = 8 * (i % across), y = 8 * (i / across);
      uint16_t* target = rgba + 4 * (y * width + x);
      if (x + 8 <= width && y + 8 <= lines) {
        writeBlock(coefficients, last, linear, target, 4 * width);
        continue;
      }
      writeBlock(coefficients, last, linear, edge, 32);
      for (size_t row = 0; row < std::min<size_t>(8, lines - y); row++) {
        std::memcpy(target + 4 * width * row, edge + 32 * row, 8 * std::min<size_t>(8, width - x));
      }
    }
    return true;
  }

  bool putAlpha(size_t lines, uint16_t* rgba) const {
    if (lines_.place()[3] < 0) {
      return true;
    }
    const auto alpha = static_cast<size_t>(lines_.place()[3]);
    const DwaScheme scheme = chunk_.scheme(alpha);
    const size_t samples = lines_.width() * lines;
    size_t before = 0;
    for (size_t i = 0; i < alpha; i++) {
      before += chunk_.scheme(i) == scheme ? 2 * samples : 0;
    }
    const bool runs = scheme == DwaScheme::kRuns;  // all low bytes of a channel, then all high ones
    const uint8_t* low = (runs ? runs_ : deflated_).data() + before;
    const uint8_t* high = low + (runs ? samples : 1);
    const size_t step = runs ? 1 : 2;
    for (size_t i = 0; i < samples; i++) {
      rgba[4 * i + 3] = static_cast<uint16_t>(low[step * i] | high[step * i] << 8);
    }
    return true;
  }

  bool dwa_;
  HalfScanLines lines_;
  DwaChunk chunk_;
  Inflater inflater_;
  std::unique_ptr<AcCodes> codes_;
  std::vector<uint8_t> deflated_, packed_, runs_, dc_, values_;
};

}  // namespace platewright
