// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <cstring>

namespace platewright {

/** Walks the attributes of a file's first header without libOpenEXR, which refuses a header with a compression that it
 *  does not know before anybody can ask which one it is. Layout: "OpenEXR File Layout", section Header. */
inline int firstCompressionId(const char* file, uint64_t size) {
  const auto text = [&](uint64_t& at) -> const char* {  // a name or type, ended by a zero byte within 256 bytes
    const uint64_t left = at < size ? size - at : 0;
    const void* end = left == 0 ? nullptr : std::memchr(file + at, 0, left < 256 ? left : 256);
    if (end == nullptr) {
      return nullptr;
    }
    const char* found = file + at;
    at = static_cast<uint64_t>(static_cast<const char*>(end) - file) + 1;
    return found;
  };
  uint64_t at = 8;  // behind magic number and version
  for (;;) {
    const char* name = text(at);
    const char* type = name == nullptr || *name == 0 ? nullptr : text(at);
    int32_t length = 0;
    if (type == nullptr || at + sizeof length > size) {
      return -1;
    }
    std::memcpy(&length, file + at, sizeof length);
    at += sizeof length;
    if (length < 0 || static_cast<uint64_t>(length) > size - at) {
      return -1;
    }
    if (std::strcmp(name, "compression") == 0 && length == 1) {
      return static_cast<unsigned char>(file[at]);
    }
    at += static_cast<uint64_t>(length);
  }
}

}  // namespace platewright
