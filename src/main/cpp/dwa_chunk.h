// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace platewright {

/** How DWA stores a channel. The numbers are the format's. */
enum class DwaScheme { kDeflated = 0, kCosines = 1, kRuns = 2 };

/** The lead of a chunk: eleven numbers of 64 bits and, from version 2 on, rules that say which channels are stored how.
 *  Then follow the deflated channels, the AC coefficients, the DC coefficients and the channels of runs. */
class DwaChunk {
 public:
  enum Number {
    kVersion,
    kDeflatedRaw,
    kDeflatedSize,
    kAcSize,
    kDcSize,
    kRunsSize,
    kRunsInflated,
    kRunsRaw,
    kAcCount,
    kDcCount,
    kAcMethod,
    kNumbers
  };

  /** False where the lead or a rule is unusual or the parts do not fit into the chunk. */
  bool read(const char* data, size_t size, const std::vector<std::string>& channels) {
    if (size < sizeof numbers_) {
      return false;
    }
    std::memcpy(numbers_, data, sizeof numbers_);
    for (const uint64_t number : numbers_) {
      if (number > INT32_MAX) {
        return false;
      }
    }
    size_t at = sizeof numbers_;
    begin(channels);
    const bool old = numbers_[kVersion] < 2;
    if (numbers_[kVersion] > 2 || !(old ? applyOldRules(channels) : readRules(data, size, channels, at))) {
      return false;
    }
    deflated_ = data + at;
    return numbers_[kDeflatedSize] + numbers_[kAcSize] + numbers_[kDcSize] + numbers_[kRunsSize] <= size - at;
  }

  size_t number(Number which) const { return static_cast<size_t>(numbers_[which]); }
  const char* deflated() const { return deflated_; }
  const char* ac() const { return deflated_ + numbers_[kDeflatedSize]; }
  const char* dc() const { return ac() + numbers_[kAcSize]; }
  const char* runs() const { return dc() + numbers_[kDcSize]; }

  DwaScheme scheme(size_t channel) const { return schemes_[channel]; }
  /** How many channels are stored so. */
  size_t count(DwaScheme scheme) const {
    size_t count = 0;
    for (const DwaScheme each : schemes_) {
      count += each == scheme ? 1 : 0;
    }
    return count;
  }
  /** Whether these three channels, and no others, are stored together as cosines of Y'CbCr. */
  bool hasColour(const int* place) const {
    bool has = count(DwaScheme::kCosines) == 3;
    for (int c = 0; c < 3; c++) {
      has = has && colour_[c] == place[c] && scheme(static_cast<size_t>(place[c])) == DwaScheme::kCosines;
    }
    return has;
  }

 private:
  static constexpr int kHalf = 1;  // the format's number of this type of sample

  void begin(const std::vector<std::string>& channels) {
    schemes_.assign(channels.size(), DwaScheme::kDeflated);
    colour_[0] = colour_[1] = colour_[2] = -1;
  }

  void apply(const std::string& name, DwaScheme scheme, int colour, const std::vector<std::string>& channels) {
    for (size_t i = 0; i < channels.size(); i++) {
      if (channels[i] == name) {
        schemes_[i] = scheme;
        if (colour >= 0) {
          colour_[colour] = static_cast<int>(i);
        }
      }
    }
  }

  /** Versions 0 and 1 go by names alone, of which only the four usual ones are known here. */
  bool applyOldRules(const std::vector<std::string>& channels) {
    for (const std::string& name : channels) {
      if (name != "R" && name != "G" && name != "B" && name != "A") {
        return false;
      }
    }
    apply("R", DwaScheme::kCosines, 0, channels);
    apply("G", DwaScheme::kCosines, 1, channels);
    apply("B", DwaScheme::kCosines, 2, channels);
    apply("A", DwaScheme::kRuns, -1, channels);
    return true;
  }

  /** 16 bits with the size of all, themselves among them; then for each rule a name, a zero, a byte of how (from the
   *  top: 4 bits of the place in a colour plus one, 2 of the scheme, one that must be zero, one for names in any case),
   *  and a byte with the type of sample. */
  bool readRules(const char* data, size_t size, const std::vector<std::string>& channels, size_t& at) {
    uint16_t length;
    if (size - at < sizeof length) {
      return false;
    }
    std::memcpy(&length, data + at, sizeof length);
    if (length < sizeof length || length > size - at) {
      return false;
    }
    const size_t end = at + length;
    at += sizeof length;
    while (at < end) {
      const void* zero = std::memchr(data + at, 0, end - at);
      const size_t text = zero == nullptr ? end : static_cast<size_t>(static_cast<const char*>(zero) - (data + at));
      if (zero == nullptr || text > kLongestName || end - at < text + 3) {
        return false;
      }
      const auto how = static_cast<uint8_t>(data[at + text + 1]), type = static_cast<uint8_t>(data[at + text + 2]);
      const int colour = (how >> 4) - 1, scheme = how >> 2 & 3;
      if (colour > 2 || scheme > 2 || (how & 3) != 0 || type > 2) {
        return false;
      }
      if (type == kHalf) {
        apply(std::string(data + at, text), static_cast<DwaScheme>(scheme), colour, channels);
      }
      at += text + 3;
    }
    return true;
  }

  static constexpr size_t kLongestName = 200;

  uint64_t numbers_[kNumbers] = {};
  const char* deflated_ = nullptr;
  std::vector<DwaScheme> schemes_;
  int colour_[3] = {-1, -1, -1};
};

}  // namespace platewright
