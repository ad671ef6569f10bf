// Headers of tar archives: v7, ustar, PAX and GNU.
// https://www.gnu.org/software/tar/manual/html_node/Standard.html
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle::tar {

constexpr std::size_t kBlock = 512;

//   offset  size  value (numbers are octal text, or big-endian bytes if the first has its top bit)
//   0       100   name
//   124     12    size of the data that follows, padded to 512 bytes
//   136     12    seconds since 1970
//   148     8     sum of all bytes of the header, this field taken as blanks
//   156     1     kind: '0' or NUL file, '1' hard link, '2' symbolic link, '5' folder,
//                 'x' PAX header, 'g' PAX header for all, 'L' 'K' GNU long name and link, 'S'
//                 sparse
//   157     100   target of a link
//   257     6     "ustar"
//   345     155   what stands before the name (POSIX; GNU keeps other things there)
struct Header {
  std::string path;
  std::string link;
  char kind = '0';
  std::uint64_t size = 0;
  std::optional<std::int64_t> mtime_ns;
  bool sparse = false;
};

// Nothing for a block of zeros, two of which end the archive. Errc::malformed if the sum is wrong.
Result<std::optional<Header>> header(Bytes block);

// Headers of these kinds say something about the header after them.
bool is_extension(const Header& header);

// What extensions said, for the next header.
class Extensions {
 public:
  // Errc::malformed leaves what was understood before.
  Result<void> add(char kind, Bytes data);
  // Puts it into the header and forgets it.
  void apply(Header& to);

 private:
  Result<void> add_pax(Bytes data);

  std::optional<std::string> path_;
  std::optional<std::string> link_;
  std::optional<std::uint64_t> size_;
  std::optional<std::int64_t> mtime_ns_;
  bool sparse_ = false;
};

}  // namespace bridle::tar
