// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ImfFrameBuffer.h>
#include <ImfOutputFile.h>

#include <memory>

#include "plate_copy.h"
#include "zip_writer.h"

namespace platewright {

/** Writes plates into memory, one after the other, from strips of interleaved RGBA half. For one thread at a time. */
class PlateEncoder {
 public:
  PlateEncoder(int zipLevel, bool wide) : zip_(zipLevel, wide) {}

  void begin(const PlateHeader& plate) {
    file_.reset();  // before its stream is emptied
    out_.clear();
    width_ = static_cast<size_t>(plate.width());
    alpha_ = plate.alpha();
    line_ = 0;
    const Imf::Compression compression = plate.header().compression();
    zipped_ = compression == Imf::ZIP_COMPRESSION || compression == Imf::ZIPS_COMPRESSION;
    if (zipped_) {
      zip_.begin(plate, out_);
    } else {
      file_ = std::make_unique<Imf::OutputFile>(out_, plate.header(), 0);
    }
  }

  /** Makes the plate of a source's chunks, in place of begin(), lines() and finish(). The number of bytes at data(), or 0
   *  where the source's chunks are not the plate's. */
  int64_t copy(PlateHeader& plate, const ExrFile& source, int linesPerBlock) {
    file_.reset();
    return copyChunks(source, plate, linesPerBlock, out_) ? static_cast<int64_t>(out_.size()) : 0;
  }

  void lines(const uint16_t* rgba, int count) {
    if (zipped_) {
      zip_.lines(rgba, count, out_);
    } else {
      point(rgba, count);
      file_->writePixels(count);
    }
    line_ += count;
  }

  /** The number of bytes of the whole file; they stay at data() until the next begin(). */
  int64_t finish() {
    if (zipped_) {
      zip_.finish(out_);
    }
    file_.reset();  // the library fills its offset table here
    return static_cast<int64_t>(out_.size());
  }

  char* data() { return out_.data(); }

 private:
  void point(const uint16_t* rgba, int count) {
    const Imath::Box2i strip({0, line_}, {static_cast<int>(width_) - 1, line_ + count - 1});
    Imf::FrameBuffer source;
    for (size_t i = 0; i < (alpha_ ? 4 : 3); i++) {
      static const char* const names[] = {"R", "G", "B", "A"};
      source.insert(names[i], Imf::Slice::Make(Imf::HALF, rgba + i, strip, 8, 8 * width_));
    }
    file_->setFrameBuffer(source);
  }

  MemoryOut out_;  // outlives the file that writes into it
  ZipWriter zip_;
  std::unique_ptr<Imf::OutputFile> file_;
  size_t width_ = 0;
  bool alpha_ = false, zipped_ = false;
  int line_ = 0;
};

}  // namespace platewright
