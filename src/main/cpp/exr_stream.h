// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <Iex.h>
#include <ImfIO.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

namespace platewright {

/** A whole file in memory that somebody else owns, as libOpenEXR reads it. Every read is copied: the memory may be a
 *  read-only mapping, which the library's own memory-mapped path does not promise to leave alone. */
class MemoryIn final : public OPENEXR_IMF_NAMESPACE::IStream {
 public:
  MemoryIn(const char* data, uint64_t size) : IStream("memory"), data_(data), size_(size) {}

  bool read(char target[], int count) override {
    if (count < 0 || position_ > size_ || static_cast<uint64_t>(count) > size_ - position_) {
      throw IEX_NAMESPACE::InputExc("the file ends too early");
    }
    std::memcpy(target, data_ + position_, static_cast<size_t>(count));
    position_ += static_cast<uint64_t>(count);
    return position_ < size_;
  }

  uint64_t tellg() override { return position_; }
  void seekg(uint64_t position) override { position_ = position; }

 private:
  const char* data_;
  uint64_t size_;
  uint64_t position_ = 0;
};

/** A file that is written into memory. The memory grows to the largest file and is kept for the next one. */
class MemoryOut final : public OPENEXR_IMF_NAMESPACE::OStream {
 public:
  MemoryOut() : OStream("memory") {}
  ~MemoryOut() override { std::free(data_); }
  MemoryOut(const MemoryOut&) = delete;
  MemoryOut& operator=(const MemoryOut&) = delete;

  void write(const char source[], int count) override {
    std::memcpy(reserve(static_cast<uint64_t>(count)), source, static_cast<size_t>(count));
    advance(static_cast<uint64_t>(count));
  }

  uint64_t tellp() override { return position_; }
  void seekp(uint64_t position) override { position_ = position; }

  /** Room for count bytes at the writing position; advance() then says how many of them were used. */
  char* reserve(uint64_t count) {
    if (position_ + count > capacity_) {
      grow(position_ + count);
    }
    return data_ + position_;
  }

  void advance(uint64_t count) {
    position_ += count;
    if (position_ > size_) {
      size_ = position_;
    }
  }

  void clear() { position_ = size_ = 0; }
  char* data() { return data_; }
  uint64_t size() const { return size_; }

 private:
  void grow(uint64_t least) {
    const uint64_t wanted = least + least / 4 + 65536;
    void* moved = std::realloc(data_, wanted);
    if (moved == nullptr) {
      throw std::bad_alloc();
    }
    data_ = static_cast<char*>(moved);
    capacity_ = wanted;
  }

  char* data_ = nullptr;
  uint64_t size_ = 0;
  uint64_t position_ = 0;
  uint64_t capacity_ = 0;
};

}  // namespace platewright
