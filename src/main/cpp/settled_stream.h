// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <isa-l.h>
#include <sys/mman.h>

#include <cstdint>

namespace platewright {

/** The state of an ISA-L compressor, all zeros, at an address where equal samples give equal bytes.
 *
 *  Levels 1 and 2 of ISA-L (2.30, igzip_icf_body_h1_gr_bt.asm) note the third byte of a block at the wrong place of their
 *  table of matches: the one that the CRC-32C of bits 16 to 47 of the state's own address points to. What they write is
 *  right wherever that is, but in one block of thousands a match more or less is found, and the file has other bytes than
 *  the last time. So the state lies where that CRC points to the first place, of a table of any size. Where the system
 *  has no such address to give, it lies anywhere. */
class SettledStream {
 public:
  SettledStream() : stream_(placed()), settled_(stream_ != nullptr) {
    if (!settled_) {
      stream_ = new isal_zstream();
    }
  }

  ~SettledStream() {
    if (settled_) {
      munmap(stream_, sizeof(isal_zstream));
    } else {
      delete stream_;
    }
  }

  SettledStream(const SettledStream&) = delete;
  SettledStream& operator=(const SettledStream&) = delete;

  isal_zstream* get() const { return stream_; }
  isal_zstream* operator->() const { return stream_; }

 private:
  static constexpr uint64_t kFirst = uint64_t{1} << 44;  // far below where Linux puts what has no address of its own
  static constexpr uint64_t kStep = uint64_t{1} << 16;   // the bits below do not count
  static constexpr uint64_t kSteps = uint64_t{1} << 23;  // a thousand places in 512 GB of addresses
  static constexpr uint32_t kPlaces = IGZIP_LVL1_HASH_SIZE - 1;

  static isal_zstream* placed() {
    for (uint64_t i = 0; i < kSteps; i++) {
      const uint64_t address = kFirst + i * kStep;
      if ((crc32c(static_cast<uint32_t>(address >> 16)) & kPlaces) != 0) {
        continue;
      }
      void* wanted = reinterpret_cast<void*>(address);
      void* got = mmap(wanted, sizeof(isal_zstream), PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
      if (got == wanted) {
        return static_cast<isal_zstream*>(got);
      }
      if (got != MAP_FAILED) {  // a kernel before 4.17 takes the address for a wish
        munmap(got, sizeof(isal_zstream));
      }
    }
    return nullptr;
  }

  /** The CRC-32C of a word as the processor's own instruction has it, begun with 0. */
  static uint32_t crc32c(uint32_t word) {
    constexpr uint32_t kCastagnoli = 0x82f63b78;
    for (int bit = 0; bit < 32; bit++) {
      word = (word >> 1) ^ ((word & 1) != 0 ? kCastagnoli : 0);
    }
    return word;
  }

  isal_zstream* stream_;
  bool settled_;
};

}  // namespace platewright
