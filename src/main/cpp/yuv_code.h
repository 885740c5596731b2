// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace platewright {

/** How R'G'B' becomes narrow-range code values (ITU-T H.273, clause 8.3: 219 steps of luma from 16 and 224 of chroma
 *  around 128, each times 2^(bits - 8)). */
struct YuvCode {
  float kr, kg, kb;        // luma weights; their sum is 1
  float cbScale, crScale;  // 1 / (2 (1 - kb)) and 1 / (2 (1 - kr))
  float lumaBlack, lumaSteps, chromaZero, chromaSteps;

  YuvCode(double r, double b, int bits)
      : kr(static_cast<float>(r)),
        kg(static_cast<float>(1 - r - b)),
        kb(static_cast<float>(b)),
        cbScale(static_cast<float>(0.5 / (1 - b))),
        crScale(static_cast<float>(0.5 / (1 - r))),
        lumaBlack(static_cast<float>(16 << (bits - 8))),
        lumaSteps(static_cast<float>(219 << (bits - 8))),
        chromaZero(static_cast<float>(128 << (bits - 8))),
        chromaSteps(static_cast<float>(224 << (bits - 8))) {}
};

/** The lines at work: colour differences (blue, red) of a line, of the one below, and of the last one of the pair
 *  above, which only a chroma sited on the lines needs. */
struct YuvRows {
  size_t width;
  bool halfWidth, halfHeight, topLeft;
  YuvCode code;
  std::vector<float> at[2], below[2], above[2], mixed, halved;

  YuvRows(size_t pixels, bool halfX, bool halfY, bool sitedTop, const YuvCode& yuv)
      : width(pixels), halfWidth(halfX), halfHeight(halfY), topLeft(sitedTop), code(yuv) {
    for (auto* rows : {at, below, above}) {
      rows[0].resize(pixels);
      rows[1].resize(pixels);
    }
    mixed.resize(pixels);
    halved.resize(pixels / 2 + 1);
  }
};

/** Three planes; strides in bytes. */
struct YuvTarget {
  unsigned char *y, *u, *v;
  int64_t yStride, uStride, vStride;
};

}  // namespace platewright
