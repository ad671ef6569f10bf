// resources.arsc: the values that an APK's manifest refers to by number 0xPPTTEEEE: package, type,
// entry.
//
// Chunks as in axml.h: u16 type, u16 size of the header, u32 size of all.
//   0x0002  the table: u32 number of packages; holds a string pool (resource_strings.h) and
//   packages 0x0200  package: u32 id, name in 128 UTF-16 units, u32 offset of the pool of type
//   names, u32, u32
//           offset of the pool of entry names, u32, u32 what to add to the ids of types
//   0x0202  what configurations each entry of a type has
//   0x0201  the entries of a type in one configuration: u8 id, u8 flags (1 sparse, 2 short
//   offsets), u16,
//           u32 number of entries, u32 where they begin, configuration (its u32 size, zeros for the
//           default), then an offset for each entry: u32, ffffffff = none; short: u16, in units of
//           4, ffff = none; sparse: u16 entry, u16 offset in units of 4
//   an entry: u16 size, u16 flags (1: a bag of values, 8: compact), u32 name, typed value (axml.h);
//             compact: u16 name, u8 flags, u8 type of value, u32 data
// Source: ResTable in AOSP's libs/androidfw/include/androidfw/ResourceTypes.h
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/result.h"
#include "format/axml.h"
#include "format/resource_strings.h"

namespace bridle {

struct ResourceValue {
  ResourceType type = ResourceType::none;
  std::uint32_t data = 0;
  std::optional<std::string_view> string;  // of type string
};

class ResourceTable {
 public:
  // Texts are views into the bytes and the arena. Errc::malformed if it is no table; what is
  // damaged further on is left out: see damage().
  static Result<ResourceTable> parse(Bytes bytes, Arena& arena);

  // The value in the default configuration, or else in the first one that has it; references are
  // followed. Nothing for bags (styles, arrays), for what is not there and where references go
  // round.
  std::optional<ResourceValue> find(std::uint32_t id);
  std::optional<std::string_view> text(std::uint32_t id);
  std::optional<bool> boolean(std::uint32_t id);

  // "string/app_name", or empty if it is not there.
  std::string name(std::uint32_t id);

  const std::optional<Error>& damage() const { return damage_; }

 private:
  struct Type {
    std::uint32_t package = 0;  // which of packages_
    std::uint32_t id = 0;       // with the package's, as in the upper half of a resource's
    std::uint8_t flags = 0;
    bool is_default = false;
    std::uint32_t count = 0;
    Bytes offsets{}, entries{};
  };
  struct Package {
    std::uint32_t id = 0;
    std::uint32_t added = 0;  // to the ids of types
    ResourceStrings types{}, keys{};
  };
  struct Entry {
    const Type* type;
    std::uint32_t key;
    std::optional<ResourceValue> value;  // none for a bag
  };

  Result<void> read_package(Bytes chunk, std::uint64_t at, Arena& arena);
  Result<void> read_type(Bytes chunk, std::uint64_t at);
  std::optional<Entry> entry(std::uint32_t id) const;
  static std::optional<std::uint64_t> offset(const Type& type, std::uint32_t entry);
  static std::optional<Entry> read_entry(const Type& type, std::uint64_t offset);

  ResourceStrings strings_;
  std::vector<Package> packages_;
  std::vector<Type> types_;
  std::optional<Error> damage_;
};

}  // namespace bridle
