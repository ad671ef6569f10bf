// Manifest.mbdb: the index of an iOS backup before iOS 10 (which brought Manifest.db).
//
// "mbdb" 05 00, then one record after another, all numbers big-endian:
//   string domain, path, link target, data hash, wrapped key   u16 length + bytes; ffff = none
//   u16 mode, u64 inode, u32 user, u32 group
//   u32 modified, u32 accessed, u32 changed                     Unix seconds
//   u64 size, u8 protection class, u8 number of properties
//   per property: string name, string value
// Source: observed files; the same layout stands in several open readers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/reader.h"

namespace bridle::mbdb {

struct Record {
  std::string_view domain, path, target;
  Bytes key;  // u32le class and 40 wrapped bytes in an encrypted backup, else empty
  std::uint16_t mode = 0;
  std::uint32_t modified = 0, accessed = 0, changed = 0;
  std::uint64_t size = 0;
  std::uint8_t protection_class = 0;

  bool is_file() const { return (mode & 0xf000) == 0x8000; }
};

// Takes the file's head off; Errc::malformed if it is not of this format.
Result<void> head(Reader& in);

// The next record, nothing at the end, or an error.
Result<std::optional<Record>> next(Reader& in);

}  // namespace bridle::mbdb
