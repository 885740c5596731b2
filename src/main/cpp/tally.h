// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>

namespace platewright {

/** What was counted of the four channels of RGBA. Sums are taken line by line, so that they do not depend on how a
 *  picture is cut into strips. */
struct Tally {
  int64_t nan[4] = {}, infinite[4] = {}, negative[4] = {}, aboveOne[4] = {}, atCeiling[4] = {};
  float lowest[4], peak[4];
  double sum[4] = {};

  Tally() {
    for (int c = 0; c < 4; c++) {
      lowest[c] = std::numeric_limits<float>::infinity();
      peak[c] = -std::numeric_limits<float>::infinity();
    }
  }
};

}  // namespace platewright
