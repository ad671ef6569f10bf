#include "source/ios_backup_index.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "format/mbdb.h"
#include "format/plist.h"
#include "format/sqlite_select.h"

namespace bridle {
namespace {

constexpr std::size_t kWrappedKey = 40;

bool is_file_id(std::string_view id) {
  return id.size() == 40 &&
         std::ranges::all_of(id, [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

// u32le protection class, then the wrapped key.
void take_key(Bytes key, IndexEntry& into) {
  if (key.size() < 4 + kWrappedKey) return;
  into.wrapped_key = as_text(key.last(kWrappedKey));
}

// Nothing if it is out of reason: a date beyond the year 2260 is none.
std::optional<std::int64_t> in_nanoseconds(std::int64_t seconds) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  if (seconds <= 0 || seconds > INT64_MAX / kSecond) return {};
  return seconds * kSecond;
}

// The MBFile of one row: a keyed archive, of which three members matter here. Third-party tools
// write some without $top or $objects: their files are then read by their bytes alone.
void read_mbfile(Bytes blob, Arena& arena, IndexEntry& into) {
  const auto list = Plist::parse(blob, arena);
  if (!list) return;
  const PlistNode objects = list->root().find("$objects");
  const PlistNode root = list->root().find("$top").find("root");
  const PlistNode file = objects.at(root.uid().value_or(1));
  into.size = static_cast<std::uint64_t>(
      std::max<std::int64_t>(0, file.find("Size").integer().value_or(0)));
  into.protection_class =
      static_cast<std::uint32_t>(file.find("ProtectionClass").integer().value_or(0));
  if (const auto modified = file.find("LastModified").integer())
    into.mtime_ns = in_nanoseconds(*modified);
  const auto key = file.find("EncryptionKey").uid();
  if (!key) return;
  const PlistNode data = objects.at(*key);
  take_key(data.data() ? *data.data() : data.find("NS.data").data().value_or(Bytes{}), into);
}

// Whether a listed file is worth an entry; counts it either way.
bool admit(IndexEntry& entry, const IndexFilter& filter, Index& into) {
  ++into.files;
  const std::string name = name_in_backup(entry.domain, entry.path);
  if (!is_file_id(entry.file_id)) {
    if (filter.wanted.wants(name))
      into.gaps.push_back({.path = entry.path,
                           .at = 0,
                           .why = "its file id in the index is not one: it was not looked for"});
    return false;
  }
  const auto stored = filter.stored(entry.file_id);
  if (!stored) {
    if (into.missing++ == 0) into.first_missing = name;
    if (filter.wanted.wants(name) && !filter.media.wants(name))
      into.gaps.push_back({.path = entry.path,
                           .at = 0,
                           .why = "listed in the backup's index, but not in the exhibit"});
    return false;
  }
  entry.stored = *stored;
  return filter.wanted.wants(name);
}

}  // namespace

std::string backup_file_id(std::string_view domain, std::string_view path) {
  const std::string name = std::string(domain) + "-" + std::string(path);
  std::array<std::byte, 20> digest{};
  EVP_Digest(name.data(), name.size(), as_writable_uchar(digest), nullptr, EVP_sha1(), nullptr);
  return hex(digest);
}

Result<Index> read_manifest_db(const Content& content, const IndexFilter& filter) {
  auto database = TRY(SqliteDatabase::open(content));
  Index out;
  Arena arena;
  const auto on_row = [&](const SqliteStatement& row) {
    IndexEntry entry{.domain = std::string(row.text(2)),
                     .path = std::string(row.text(3)),
                     .file_id = std::string(row.text(1)),
                     .wrapped_key = {}};
    if (!admit(entry, filter, out)) return true;
    read_mbfile(row.bytes(4), arena, entry);
    arena.clear();
    out.entries.push_back(std::move(entry));
    return true;
  };
  const auto on_gap = [&](std::uint64_t at, std::string_view why) {
    out.gaps.push_back(
        {.path = "Manifest.db", .at = at, .why = "the index is damaged: " + std::string(why)});
  };
  TRY(select(database,
             {.columns = "fileID, domain, relativePath, file",
              .from = "Files WHERE flags = 1",
              .row = "rowid"},
             on_row, on_gap));
  return out;
}

Result<Index> read_manifest_mbdb(Bytes bytes, const IndexFilter& filter) {
  Reader in(bytes);
  TRY(mbdb::head(in));
  Index out;
  for (;;) {
    const auto record = mbdb::next(in);
    if (!record) {
      out.gaps.push_back({.path = "Manifest.mbdb",
                          .at = record.error().at,
                          .why = std::string("the index is damaged: ") + record.error().what});
      break;
    }
    if (!*record) break;
    const mbdb::Record& r = **record;
    if (!r.is_file()) continue;
    IndexEntry entry{.domain = std::string(r.domain),
                     .path = std::string(r.path),
                     .file_id = backup_file_id(r.domain, r.path),
                     .size = r.size,
                     .protection_class = r.protection_class,
                     .wrapped_key = {},
                     .mtime_ns = in_nanoseconds(r.modified)};
    if (!admit(entry, filter, out)) continue;
    take_key(r.key, entry);
    out.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace bridle
