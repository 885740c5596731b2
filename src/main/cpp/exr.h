// SPDX-License-Identifier: Apache-2.0
#pragma once
// Everything that the binding library platewright_exr maps.
#include <ImfThreading.h>
#include <OpenEXRConfig.h>

#include <string>

#include "exr_file.h"
#include "exr_scan.h"
#include "plate_encoder.h"

namespace platewright {

inline const char* openexrVersion() { return OPENEXR_VERSION_STRING; }
inline std::string isalVersion() {
  return std::to_string(ISAL_MAJOR_VERSION) + "." + std::to_string(ISAL_MINOR_VERSION) + "." +
         std::to_string(ISAL_PATCH_VERSION);
}

/** Once per process: no threads of the library's own, and no picture or tile beyond side x side pixels. */
inline void configureOpenExr(int side) {
  Imf::setGlobalThreadCount(0);
  Imf::Header::setMaxImageSize(side, side);
  Imf::Header::setMaxTileSize(side, side);
}

}  // namespace platewright
