// The members of a tar that comes as a stream.
#pragma once

#include <optional>
#include <span>

#include "format/tar.h"
#include "source/inflate.h"

namespace bridle {

class TarWalk {
 public:
  explicit TarWalk(Stream& in) : in_(in) {}

  // The next member, nothing at the end. After an error there is no more.
  Result<std::optional<tar::Header>> next();
  // The data of that member, piece by piece, as far as it is wanted.
  Result<std::size_t> read(std::span<std::byte> out);

  // What was wrong with the PAX header of the last member, if it had one that could not be read.
  const std::optional<Error>& problem() const { return problem_; }

  // Where in the tar the next unread byte stands; after next(), the member's data.
  std::uint64_t at() const { return at_; }

 private:
  Result<std::size_t> take(std::span<std::byte> out);
  Result<void> pass(std::uint64_t n);
  Result<void> extend(const tar::Header& header);

  Stream& in_;
  tar::Extensions extensions_;
  std::uint64_t at_ = 0;
  std::uint64_t left_ = 0;     // of the member's data
  std::uint64_t padding_ = 0;  // behind it
  std::optional<Error> problem_;
  bool ended_ = false;  // an end mark was seen
};

}  // namespace bridle
