// The index of an iOS backup: which files it lists, under which ids, with which keys.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/content.h"
#include "base/result.h"
#include "source/tree.h"
#include "source/wanted.h"

namespace bridle {

struct IndexEntry {
  std::string domain;
  std::string path;
  std::string file_id;     // 40 hex digits, lower case
  std::uint64_t size = 0;  // before the copy: wrong for about one file in a hundred
  std::uint32_t protection_class = 0;
  std::string wrapped_key;  // 40 bytes in an encrypted backup, else empty
  std::size_t stored = 0;   // which of the exhibit's files it is
  std::optional<std::int64_t> mtime_ns = {};
};

struct Index {
  std::vector<IndexEntry> entries;  // of the wanted files that the exhibit holds
  std::vector<TreeGap> gaps;
  std::uint64_t files = 0;    // that are listed in all
  std::uint64_t missing = 0;  // of these, not in the exhibit
  std::string first_missing;  // "domain:path" of one of them
};

struct IndexFilter {
  const Wanted& wanted;
  // Wanted files of which a phone has so many that one which is missing is counted and not named.
  const Wanted& media;
  // Which of the exhibit's files has this id, if any.
  std::function<std::optional<std::size_t>(std::string_view file_id)> stored;
};

// Errc::malformed or Errc::truncated if nothing of it can be read; what was read before a bad
// place is kept, with a gap.
Result<Index> read_manifest_db(const Content& database, const IndexFilter& filter);
Result<Index> read_manifest_mbdb(Bytes bytes, const IndexFilter& filter);

// The id under which a backup stores a file: SHA-1 of "domain-path", hex.
std::string backup_file_id(std::string_view domain, std::string_view path);

}  // namespace bridle
