// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ImfChannelList.h>
#include <ImfFloatAttribute.h>
#include <ImfHeader.h>
#include <ImfIO.h>
#include <ImfStandardAttributes.h>
#include <ImfStringAttribute.h>
#include <ImfVersion.h>

#include <cstring>
#include <string>

namespace platewright {

/** The header of a plate: half R, G, B and perhaps A, scan lines from the top, data window = display window. */
class PlateHeader {
 public:
  PlateHeader(int width, int height, int compressionId, bool alpha) : header_(width, height) {
    for (const char* name : {"R", "G", "B"}) {
      header_.channels().insert(name, Imf::Channel(Imf::HALF));
    }
    if (alpha) {
      header_.channels().insert("A", Imf::Channel(Imf::HALF));
    }
    header_.compression() = static_cast<Imf::Compression>(compressionId);
  }

  /** The level steers the library's DWA and is also written, so that the file says how it was made. */
  void dwaLevel(float level) {
    header_.dwaCompressionLevel() = level;
    header_.insert("dwaCompressionLevel", Imf::FloatAttribute(level));
  }

  /** Of chunks that another wrote, the level is what that file says; where it says none, so does the plate. */
  void dwaLevelOf(const Imf::Header& source) {
    header_.erase("dwaCompressionLevel");
    if (const auto* level = source.findTypedAttribute<Imf::FloatAttribute>("dwaCompressionLevel")) {
      header_.insert("dwaCompressionLevel", *level);
    }
  }

  void chromaticities(float rx, float ry, float gx, float gy, float bx, float by, float wx, float wy) {
    Imf::addChromaticities(header_, Imf::Chromaticities({rx, ry}, {gx, gy}, {bx, by}, {wx, wy}));
  }

  void framesPerSecond(int numerator, int denominator) {
    Imf::addFramesPerSecond(header_, Imf::Rational(numerator, static_cast<unsigned>(denominator)));
  }

  /** The word as SMPTE ST 12-1 packs it for 60-field television. */
  void timeCode(int64_t word) {
    Imf::addTimeCode(header_, Imf::TimeCode(static_cast<unsigned>(word), 0, Imf::TimeCode::TV60_PACKING));
  }

  void text(const std::string& name, const std::string& value) {
    header_.insert(name, Imf::StringAttribute(value));
  }

  /** The start of a file: magic number, version, header. */
  void writeTo(Imf::OStream& out) const {
    int version = Imf::EXR_VERSION;
    for (auto it = header_.begin(); it != header_.end(); ++it) {
      if (std::strlen(it.name()) > 31) {
        version |= Imf::LONG_NAMES_FLAG;
      }
    }
    const int start[] = {Imf::MAGIC, version};
    out.write(reinterpret_cast<const char*>(start), sizeof start);
    header_.writeTo(out);
  }

  const Imf::Header& header() const { return header_; }
  int width() const { return header_.dataWindow().max.x + 1; }
  int height() const { return header_.dataWindow().max.y + 1; }
  bool alpha() const { return header_.channels().findChannel("A") != nullptr; }

 private:
  Imf::Header header_;
};

}  // namespace platewright
