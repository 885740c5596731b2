// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <OpenColorIO/OpenColorIO.h>

#include <limits>
#include <string>

namespace platewright {

namespace OCIO = OCIO_NAMESPACE;

/** What a processor does to a pixel, one operation after the other, as OpenColorIO has put it together and simplified
 *  it for the CPU. */
class OcioOperations {
 public:
  explicit OcioOperations(const OCIO::ConstProcessorRcPtr& processor)
      : group_(processor->getOptimizedProcessor(OCIO::OPTIMIZATION_DEFAULT)->createGroupTransform()) {}

  int count() const { return group_->getNumTransforms(); }

  /** "range": between bounds a value stays as it is; "matrix": of R, G and B, with an offset; "channels": each of R, G and
   *  B for itself; the style of a fixed function; or, in brackets, something else. */
  std::string kind(int i) const {
    const OCIO::ConstTransformRcPtr operation = group_->getTransform(i);
    switch (operation->getTransformType()) {
      case OCIO::TRANSFORM_TYPE_RANGE: return isClamp(as<OCIO::RangeTransform>(i)) ? "range" : "channels";
      case OCIO::TRANSFORM_TYPE_MATRIX: return isOfColours(as<OCIO::MatrixTransform>(i)) ? "matrix" : "[matrix of alpha]";
      case OCIO::TRANSFORM_TYPE_EXPONENT: return power(as<OCIO::ExponentTransform>(i)) ? "channels" : "[power of alpha]";
      case OCIO::TRANSFORM_TYPE_EXPONENT_WITH_LINEAR:
        return power(as<OCIO::ExponentWithLinearTransform>(i)) ? "channels" : "[power of alpha]";
      case OCIO::TRANSFORM_TYPE_LUT1D:
        return as<OCIO::Lut1DTransform>(i).getHueAdjust() == OCIO::HUE_NONE ? "channels" : "[hue-preserving 1D LUT]";
      case OCIO::TRANSFORM_TYPE_CDL: return as<OCIO::CDLTransform>(i).getSat() == 1 ? "channels" : "[CDL with saturation]";
      case OCIO::TRANSFORM_TYPE_LOG:
      case OCIO::TRANSFORM_TYPE_LOG_AFFINE:
      case OCIO::TRANSFORM_TYPE_LOG_CAMERA:
      case OCIO::TRANSFORM_TYPE_EXPOSURE_CONTRAST:
      case OCIO::TRANSFORM_TYPE_GRADING_RGB_CURVE: return "channels";
      case OCIO::TRANSFORM_TYPE_FIXED_FUNCTION: return style(as<OCIO::FixedFunctionTransform>(i));
      case OCIO::TRANSFORM_TYPE_LUT3D: return "[3D LUT]";
      case OCIO::TRANSFORM_TYPE_GRADING_PRIMARY: return "[primary grading]";
      case OCIO::TRANSFORM_TYPE_GRADING_TONE: return "[tone grading]";
      default: return "[operation of type " + std::to_string(operation->getTransformType()) + "]";
    }
  }

  /** Of a range; infinity where it is open. */
  float low(int i) const {
    const auto& range = as<OCIO::RangeTransform>(i);
    return range.hasMinInValue() ? static_cast<float>(range.getMinInValue())
                                : -std::numeric_limits<float>::infinity();
  }
  float high(int i) const {
    const auto& range = as<OCIO::RangeTransform>(i);
    return range.hasMaxInValue() ? static_cast<float>(range.getMaxInValue())
                                : std::numeric_limits<float>::infinity();
  }

  /** Of a matrix: what a channel takes from another one, and for 3 the offset. */
  float weight(int i, int channel, int from) const {
    double matrix[16], offset[4];
    as<OCIO::MatrixTransform>(i).getMatrix(matrix);
    as<OCIO::MatrixTransform>(i).getOffset(offset);
    return static_cast<float>(from == 3 ? offset[channel] : matrix[4 * channel + from]);
  }

  /** The operations from one to before another. */
  OCIO::ConstProcessorRcPtr part(int first, int end) const {
    const OCIO::GroupTransformRcPtr part = OCIO::GroupTransform::Create();
    for (int i = first; i < end; i++) {
      part->appendTransform(group_->getTransform(i)->createEditableCopy());
    }
    return OCIO::Config::CreateRaw()->getProcessor(part);
  }

 private:
  OCIO::ConstGroupTransformRcPtr group_;

  /** getTransform(i) keeps the operation alive as long as the group. */
  template <typename T>
  const T& as(int i) const {
    return dynamic_cast<const T&>(*group_->getTransform(i));
  }

  static bool isForward(const OCIO::Transform& operation) {
    return operation.getDirection() == OCIO::TRANSFORM_DIR_FORWARD;
  }

  static bool isClamp(const OCIO::RangeTransform& range) {
    return isForward(range) && range.getStyle() == OCIO::RANGE_CLAMP &&
           (!range.hasMinInValue() || range.getMinInValue() == range.getMinOutValue()) &&
           (!range.hasMaxInValue() || range.getMaxInValue() == range.getMaxOutValue());
  }

  static bool isOfColours(const OCIO::MatrixTransform& transform) {
    double m[16], offset[4];
    transform.getMatrix(m);
    transform.getOffset(offset);
    return isForward(transform) && m[3] == 0 && m[7] == 0 && m[11] == 0 && m[12] == 0 && m[13] == 0 && m[14] == 0 &&
           m[15] == 1 && offset[3] == 0;
  }

  static bool power(const OCIO::ExponentTransform& transform) {
    double exponents[4];
    transform.getValue(exponents);
    return exponents[3] == 1;
  }

  static bool power(const OCIO::ExponentWithLinearTransform& transform) {
    double gammas[4], offsets[4];
    transform.getGamma(gammas);
    transform.getOffset(offsets);
    return gammas[3] == 1 && offsets[3] == 0;
  }

  static std::string style(const OCIO::FixedFunctionTransform& function) {
    const std::string name = OCIO::FixedFunctionStyleToString(function.getStyle());
    return isForward(function) ? name : name + " inverse";
  }
};

}  // namespace platewright
