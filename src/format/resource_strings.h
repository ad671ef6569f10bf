// The string pool of Android's compiled resources, which binary XML and resources.arsc begin with.
//
//   offset  size  value
//   0       2     0x0001
//   2       2     size of this header, 28
//   4       4     size of the chunk
//   8       4     number of strings
//   12      4     number of styles
//   16      4     flags: bit 0 sorted, bit 8 UTF-8 (else UTF-16)
//   20      4     where the texts begin in the chunk
//   24      4     where the styles begin
// then an offset for each string and each style, counted from where their data begins. A text is
// its length (UTF-16: one or two u16; UTF-8: the length in UTF-16 units and then in bytes, one or
// two u8 each; the top bit of the first says that a second follows), its units and a zero. All
// numbers are little-endian. Source: ResStringPool in AOSP's libs/androidfw/ResourceTypes.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

class ResourceStrings {
 public:
  ResourceStrings() = default;

  // `chunk` is the whole pool; `at` is where it stands, for errors. Both and the arena outlive
  // this.
  static Result<ResourceStrings> parse(Bytes chunk, std::uint64_t at, Arena& arena);

  std::uint32_t size() const { return static_cast<std::uint32_t>(known_.size()); }

  // Valid UTF-8. Nothing if there is no such text, or none that can be read: see damage().
  std::optional<std::string_view> at(std::uint32_t index);

  // The first text that Android would not read. It is given nevertheless as far as it goes.
  const std::optional<Error>& damage() const { return damage_; }

 private:
  struct Raw {
    Bytes units;
    bool ends = false;  // in a zero, within the pool
  };
  std::optional<std::string_view> decode(std::uint32_t index);
  std::optional<Raw> narrow(std::uint64_t offset) const;
  std::optional<Raw> wide(std::uint64_t offset) const;
  void note(Errc code, const char* what, std::uint64_t offset);

  Bytes offsets_;
  Bytes texts_;
  std::uint64_t texts_at_ = 0;
  bool utf8_ = false;
  std::uint64_t decoded_left_ = 0;
  std::vector<std::optional<std::string_view>> known_;  // one per string, once it was asked for
  std::vector<bool> asked_;
  std::optional<Error> damage_;
  Arena* arena_ = nullptr;
};

}  // namespace bridle
