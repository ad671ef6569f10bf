// Writes a file as age does (format/age.h), piece by piece.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/age_recipient.h"

namespace bridle::age {

class Seal {
 public:
  // `random` gives so many bytes that nobody can guess; `write` takes what belongs into the file.
  using Random = std::function<std::string(std::size_t)>;
  using Write = std::function<void(std::string_view)>;

  // Writes the head. At least one recipient is needed.
  static Result<Seal> begin(const std::vector<Recipient>& recipients, const Random& random,
                            Write write);

  Result<void> add(std::string_view more);
  Result<void> finish();  // nothing can be read of a file that lacks it

 private:
  Seal(std::string key, Write write) : key_(std::move(key)), write_(std::move(write)) {}
  Result<void> chunk(std::string_view text, bool last);

  std::string key_;
  Write write_;
  std::string waiting_ = {};
  std::uint64_t number_ = 0;
};

}  // namespace bridle::age
