// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <OpenColorIO/OpenColorIO.h>

namespace platewright {
inline const char* ocioVersion() { return OCIO_NAMESPACE::GetVersion(); }
}  // namespace platewright
