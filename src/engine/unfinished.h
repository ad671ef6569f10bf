// The folder where the cases of a batch are made.
#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "source/descriptor.h"

namespace bridle {

// Held by one batch at a time, until the last process of it ended. Empty at the beginning, whatever
// a batch that was killed had left there, and gone at the end.
class Unfinished {
 public:
  // The error is a sentence.
  static std::expected<Unfinished, std::string> take(std::filesystem::path folder);
  Unfinished(Unfinished&&) = default;
  Unfinished& operator=(Unfinished&&) = default;
  ~Unfinished();

  const std::filesystem::path& path() const { return path_; }

 private:
  Unfinished(std::filesystem::path path, Descriptor held)
      : path_(std::move(path)), held_(std::move(held)) {}
  std::filesystem::path path_;
  Descriptor held_;
};

}  // namespace bridle
