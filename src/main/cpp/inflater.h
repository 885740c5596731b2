// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <isa-l.h>

#include <cstddef>
#include <cstdint>
#include <memory>

namespace platewright {

/** ISA-L's inflate for whole zlib streams of a known length. */
class Inflater {
 public:
  /** False where the stream does not end well, its Adler-32 is wrong, or it gives other than the whole. */
  bool inflate(const char* source, size_t size, uint8_t* target, size_t whole) {
    if (size > UINT32_MAX || whole > UINT32_MAX) {
      return false;
    }
    if (state_ == nullptr) {
      state_ = std::make_unique<inflate_state>();
    }
    isal_inflate_init(state_.get());
    state_->crc_flag = ISAL_ZLIB;
    state_->next_in = reinterpret_cast<uint8_t*>(const_cast<char*>(source));
    state_->avail_in = static_cast<uint32_t>(size);
    state_->next_out = target;
    state_->avail_out = static_cast<uint32_t>(whole);
    return isal_inflate_stateless(state_.get()) == ISAL_DECOMP_OK && state_->total_out == whole;
  }

 private:
  std::unique_ptr<inflate_state> state_;
};

}  // namespace platewright
