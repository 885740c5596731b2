// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <immintrin.h>

namespace platewright {

/** Whether this processor runs the AVX2 + F16C kernels. FMA is left out on purpose: a fused multiply-add rounds once
 *  where the portable kernels round twice, and both must give the same bits. */
inline bool hasWideKernels() {
  static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("f16c");
  return has;
}

}  // namespace platewright
