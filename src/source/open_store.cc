#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <vector>

#include "format/tar.h"
#include "format/zip.h"
#include "source/directory_store.h"
#include "source/inflate.h"
#include "source/media_file.h"
#include "source/store.h"
#include "source/tar_store.h"
#include "source/zip_store.h"

namespace bridle {
namespace {

bool is_tar(Stream& in) {
  std::array<std::byte, tar::kBlock> block;
  const auto got = in.read(block);
  if (!got || *got < tar::kBlock) return false;
  const auto header = tar::header(block);
  return header && *header;
}

// By its first member, or, if something was put before it, by its end.
bool is_zip(const Content& content) {
  std::array<std::byte, 4> start;
  if (content.size() < 22 || !content.read(0, start)) return false;
  if (as_text(start) == "PK\x03\x04") return true;
  if (is_media(content)) return false;  // an archive behind a picture is a finding, not its kind
  std::vector<std::byte> tail(
      static_cast<std::size_t>(std::min<std::uint64_t>(content.size(), zip::kTail)));
  if (!content.read(content.size() - tail.size(), tail)) return false;
  const auto end = zip::end(tail, content.size());
  if (!end || end->entries == 0) return end && as_text(start) == "PK\x05\x06";
  // Four bytes that look like an end record are no proof in a file of another kind.
  return content.read(end->directory_at, start) && as_text(start) == "PK\x01\x02";
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& path) {
  struct stat s{};
  if (stat(path.c_str(), &s) != 0) return fail(Errc::missing, "there is no such file or folder");
  if (S_ISDIR(s.st_mode)) return open_directory(path);
  auto single = TRY(open_single(path));
  const auto content = TRY(single->open(0));
  ContentStream plain(*content, 0, content->size());
  if (is_tar(plain)) return open_tar(path);
  if (is_zip(*content)) return open_zip(path);
  InflateStream packed(*content, 0, content->size(), Wrap::gzip);
  if (is_tar(packed)) return open_tar_gz(path);
  return single;
}

}  // namespace bridle
