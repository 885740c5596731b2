// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <OpenEXR/OpenEXRConfig.h>

namespace platewright {
inline const char* openexrVersion() { return OPENEXR_VERSION_STRING; }
}  // namespace platewright
