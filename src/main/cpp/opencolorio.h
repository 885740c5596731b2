// SPDX-License-Identifier: Apache-2.0
#pragma once
// Everything that the binding library platewright_ocio maps.
#include <OpenColorIO/OpenColorIO.h>

#include <string>

#include "ocio_operations.h"

namespace platewright {

inline const char* ocioVersion() { return OCIO::GetVersion(); }

/** Once per process: the library's remarks on a config are not for our stderr; its errors are exceptions. */
inline void configureOcio() { OCIO::SetLoggingLevel(OCIO::LOGGING_LEVEL_NONE); }

/** A config file, read and validated. */
class OcioConfig {
 public:
  explicit OcioConfig(const std::string& path) : config_(OCIO::Config::CreateFromFile(path.c_str())) {
    config_->validate();
  }

  int spaces() const { return config_->getNumColorSpaces(OCIO::SEARCH_REFERENCE_SPACE_ALL, OCIO::COLORSPACE_ALL); }
  std::string space(int i) const {
    return config_->getColorSpaceNameByIndex(OCIO::SEARCH_REFERENCE_SPACE_ALL, OCIO::COLORSPACE_ALL, i);
  }
  /** The space that a name, alias or role stands for; empty where there is none. */
  std::string canonical(const std::string& name) const {
    const OCIO::ConstColorSpaceRcPtr space = config_->getColorSpace(name.c_str());
    return space ? space->getName() : "";
  }
  bool isData(const std::string& name) const {
    const OCIO::ConstColorSpaceRcPtr space = config_->getColorSpace(name.c_str());
    return space && space->isData();
  }

  int displays() const { return config_->getNumDisplaysAll(); }
  std::string display(int i) const { return config_->getDisplayAll(i); }
  int views(const std::string& display) const { return config_->getNumViews(display.c_str()); }
  std::string view(const std::string& display, int i) const { return config_->getView(display.c_str(), i); }

  const OCIO::ConstConfigRcPtr& config() const { return config_; }

 private:
  OCIO::ConstConfigRcPtr config_;
};

/** A way from one colour space to another or to a display, ready for the CPU. Threads may share it. */
class OcioProcessor {
 public:
  OcioProcessor(const OcioConfig& config, const std::string& from, const std::string& to)
      : OcioProcessor(config.config()->getProcessor(from.c_str(), to.c_str())) {}

  OcioProcessor(const OcioConfig& config, const std::string& from, const std::string& display, const std::string& view)
      : OcioProcessor(config.config()->getProcessor(from.c_str(), display.c_str(), view.c_str(),
                                                    OCIO::TRANSFORM_DIR_FORWARD)) {}

  /** Some of another processor's operations, from one to before another. */
  OcioProcessor(const OcioOperations& operations, int first, int end) : OcioProcessor(operations.part(first, end)) {}

  bool isNoOp() const { return cpu_->isNoOp(); }

  OcioOperations operations() const { return OcioOperations(processor_); }

  void apply(float* rgba, int64_t pixels) const {
    OCIO::PackedImageDesc strip(rgba, static_cast<long>(pixels), 1, 4);
    cpu_->apply(strip);
  }

 private:
  OCIO::ConstProcessorRcPtr processor_;
  OCIO::ConstCPUProcessorRcPtr cpu_;

  explicit OcioProcessor(const OCIO::ConstProcessorRcPtr& processor)
      : processor_(processor), cpu_(processor->getDefaultCPUProcessor()) {}
};

}  // namespace platewright
