// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ImfChannelList.h>
#include <ImfFrameBuffer.h>
#include <ImfHeader.h>
#include <ImfInputPart.h>
#include <ImfIntAttribute.h>
#include <ImfMultiPartInputFile.h>
#include <ImfPartType.h>
#include <ImfStandardAttributes.h>
#include <ImfStringAttribute.h>
#include <ImfTiledInputPart.h>
#include <ImfVersion.h>

#include <string>
#include <vector>

#include "dwa_reader.h"
#include "exr_stream.h"
#include "zip_reader.h"

namespace platewright {

/** A file whose headers and offset tables have been read; all questions are about its first part. The file's memory
 *  must outlive this object. Damage is a std::exception with the library's words. */
class ExrFile {
 public:
  ExrFile(const char* data, uint64_t size)
      : data_(data), size_(size), in_(data, size), file_(in_, 0, false), header_(file_.header(0)) {
    for (auto it = header_.channels().begin(); it != header_.channels().end(); ++it) {
      channels_.push_back({it.name(), it.channel()});
    }
    for (auto it = header_.begin(); it != header_.end(); ++it) {
      if (const auto* text = dynamic_cast<const Imf::StringAttribute*>(&it.attribute())) {
        texts_.push_back({it.name(), text->value()});
      }
    }
  }

  const char* data() const { return data_; }
  uint64_t size() const { return size_; }
  const Imf::Header& header() const { return header_; }
  /** One part of scan lines, flat. */
  bool isPlainScanLine() const {
    return !Imf::isMultiPart(file_.version()) && !Imf::isTiled(file_.version()) && !Imf::isNonImage(file_.version());
  }

  int parts() const { return file_.parts(); }
  bool isDeep() const { return header_.hasType() && Imf::isDeepData(header_.type()); }
  bool isTiled() const {
    return Imf::isMultiPart(file_.version()) ? Imf::isTiled(header_.type()) : Imf::isTiled(file_.version());
  }
  int compressionId() const { return header_.compression(); }
  float pixelAspectRatio() const { return header_.pixelAspectRatio(); }

  /** minX, minY, maxX, maxY; both corners belong to the window. */
  int dataWindow(int edge) const { return edgeOf(header_.dataWindow(), edge); }
  int displayWindow(int edge) const { return edgeOf(header_.displayWindow(), edge); }

  int channels() const { return static_cast<int>(channels_.size()); }
  std::string channelName(int i) const { return channels_.at(static_cast<size_t>(i)).name; }
  int channelType(int i) const { return channels_.at(static_cast<size_t>(i)).channel.type; }
  int channelXSampling(int i) const { return channels_.at(static_cast<size_t>(i)).channel.xSampling; }
  int channelYSampling(int i) const { return channels_.at(static_cast<size_t>(i)).channel.ySampling; }

  int texts() const { return static_cast<int>(texts_.size()); }
  std::string textName(int i) const { return texts_.at(static_cast<size_t>(i)).name; }
  std::string textValue(int i) const { return texts_.at(static_cast<size_t>(i)).value; }

  bool hasChromaticities() const { return Imf::hasChromaticities(header_); }
  /** x and y of red, green, blue and white, in this order. */
  float chromaticity(int i) const {
    const Imf::Chromaticities& c = Imf::chromaticities(header_);
    const Imath::V2f* points[] = {&c.red, &c.green, &c.blue, &c.white};
    return (*points[i / 2])[i % 2];
  }

  bool hasFramesPerSecond() const { return Imf::hasFramesPerSecond(header_); }
  int framesPerSecondNumerator() const { return Imf::framesPerSecond(header_).n; }
  int64_t framesPerSecondDenominator() const { return Imf::framesPerSecond(header_).d; }

  bool hasTimeCode() const { return Imf::hasTimeCode(header_); }
  /** The word of time and flags as SMPTE ST 12-1 packs it for 60-field television. */
  int64_t timeCodeWord() const { return Imf::timeCode(header_).timeAndFlags(Imf::TimeCode::TV60_PACKING); }

  int acesImageContainerFlag() const {
    const auto* flag = header_.findTypedAttribute<Imf::IntAttribute>("acesImageContainerFlag");
    return flag == nullptr ? 0 : flag->value();
  }

  /** Bytes that the library needs for the samples of one block or tile, every channel of it. */
  int64_t blockBytes(int linesPerBlock) const {
    int64_t pixel = 0;
    for (const auto& entry : channels_) {
      pixel += entry.channel.type == Imf::HALF ? 2 : 4;
    }
    if (isTiled() && header_.hasTileDescription()) {
      return pixel * header_.tileDescription().xSize * header_.tileDescription().ySize;
    }
    return pixel * (header_.dataWindow().max.x - header_.dataWindow().min.x + 1) * linesPerBlock;
  }

  /** Every pixel of the data window (of level 0) as interleaved RGBA, half or float; 1.0 where there is no alpha. */
  void decode(char* rgba, bool asFloat) {
    if (asFloat || !decodeHalves(reinterpret_cast<uint16_t*>(rgba))) {
      decodeByLibrary(rgba, asFloat);
    }
  }

 private:
  struct NamedChannel {
    std::string name;
    Imf::Channel channel;
  };
  struct Text {
    std::string name;
    std::string value;
  };

  /** By our own readers; false where they leave it to libOpenEXR. */
  bool decodeHalves(uint16_t* rgba) const {
    return ZipReader(data_, size_, header_, file_.version()).decode(rgba) ||
           DwaReader(data_, size_, header_, file_.version()).decode(rgba);
  }

  void decodeByLibrary(char* rgba, bool asFloat) {
    const Imath::Box2i& window = header_.dataWindow();
    const size_t sample = asFloat ? 4 : 2;
    const size_t line = 4 * sample * static_cast<size_t>(window.max.x - window.min.x + 1);
    Imf::FrameBuffer target;
    for (size_t i = 0; i < 4; i++) {
      static const char* const names[] = {"R", "G", "B", "A"};
      target.insert(names[i], Imf::Slice::Make(asFloat ? Imf::FLOAT : Imf::HALF, rgba + i * sample, window, 4 * sample,
                                               line, 1, 1, i == 3 ? 1.0 : 0.0));
    }
    if (isTiled()) {
      Imf::TiledInputPart part(file_, 0);
      part.setFrameBuffer(target);
      part.readTiles(0, part.numXTiles(0) - 1, 0, part.numYTiles(0) - 1, 0, 0);
    } else {
      Imf::InputPart part(file_, 0);
      part.setFrameBuffer(target);
      part.readPixels(window.min.y, window.max.y);
    }
  }

  static int edgeOf(const Imath::Box2i& window, int edge) {
    const int edges[] = {window.min.x, window.min.y, window.max.x, window.max.y};
    return edges[edge];
  }

  const char* data_;
  uint64_t size_;
  MemoryIn in_;
  Imf::MultiPartInputFile file_;
  const Imf::Header& header_;
  std::vector<NamedChannel> channels_;
  std::vector<Text> texts_;
};

}  // namespace platewright
