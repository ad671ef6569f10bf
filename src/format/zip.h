// The records of zip archives, with ZIP64.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/reader.h"
#include "base/result.h"

namespace bridle::zip {

// The end of an archive lies in its last so many bytes, unless its comment is a trick.
constexpr std::size_t kTail = 22 + 65'535 + 20 + 56;
constexpr std::size_t kLocalHead = 30;  // a local header without name and extra fields

struct End {
  std::uint64_t directory_at = 0;  // in the file
  std::uint64_t put_before = 0;    // bytes before the archive, which its offsets do not count
  std::uint64_t directory_size = 0;
  std::uint64_t entries = 0;  // as stated
};

// NOLINTNEXTLINE(performance-enum-size): as wide as the field, which states any method
enum class Method : std::uint16_t { stored = 0, deflated = 8 };

struct Entry {
  std::string path;
  std::uint16_t flags = 0;
  Method method = Method::stored;
  std::uint32_t crc = 0;
  std::uint64_t packed = 0;  // bytes in the archive
  std::uint64_t size = 0;    // bytes of the file
  std::uint64_t header_at = 0;
  std::optional<std::int64_t> mtime_ns;  // only if it is given in UTC: DOS times have no zone

  bool encrypted() const { return (flags & 1) != 0; }
  // The sizes stand behind the data; in a local header they are zero.
  bool sizes_follow() const { return (flags & 8) != 0; }
};

// `tail` is the end of a file of `file_size` bytes. Errc::missing if no end record is there.
Result<End> end(Bytes tail, std::uint64_t file_size);

// The next entry of the central directory, nothing at its end. `header_at` is as stated.
Result<std::optional<Entry>> next(Reader& directory);

// The entry of a local header, and how many bytes header, name and extra fields take.
struct Local {
  Entry entry;
  std::uint64_t head = 0;
};
Result<Local> local(Bytes bytes);

// Where the data of an entry without known sizes ends: the offset in `data` at which a data
// descriptor stands that states just this packed size. Fills crc and sizes. False if none is found.
bool find_descriptor(Bytes data, Entry& entry);

}  // namespace bridle::zip
