// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <cstring>

namespace platewright {

/** Walks the attributes of a file's first header without libOpenEXR. Layout: "OpenEXR File Layout", section Header.
 *  visit(name, value, length) is called for each and ends the walk by returning true. The answer is the place behind the
 *  header, or 0 where the walk was ended or the header is broken. */
template <typename Visit>
uint64_t walkFirstHeader(const char* file, uint64_t size, const Visit& visit) {
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
    if (name != nullptr && *name == 0) {
      return at;
    }
    const char* type = name == nullptr ? nullptr : text(at);
    int32_t length = 0;
    if (type == nullptr || at + sizeof length > size) {
      return 0;
    }
    std::memcpy(&length, file + at, sizeof length);
    at += sizeof length;
    if (length < 0 || static_cast<uint64_t>(length) > size - at || visit(name, file + at, length)) {
      return 0;
    }
    at += static_cast<uint64_t>(length);
  }
}

/** libOpenEXR refuses a header with a compression that it does not know before anybody can ask which one it is; -1 where
 *  the header is broken. */
inline int firstCompressionId(const char* file, uint64_t size) {
  int id = -1;
  walkFirstHeader(file, size, [&id](const char* name, const char* value, int32_t length) {
    const bool found = std::strcmp(name, "compression") == 0 && length == 1;
    id = found ? static_cast<unsigned char>(*value) : id;
    return found;
  });
  return id;
}

}  // namespace platewright
