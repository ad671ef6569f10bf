#include "view/received.h"

#include "base/text.h"
#include "base/time.h"
#include "engine/actor.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 64 << 10;
constexpr std::size_t kLongestName = 120;

// The first of name, name-2, name-3, … with this extension that is not there.
fs::path free_path(const fs::path& in, const std::string& name, const std::string& extension = "") {
  fs::path out = in / (name + extension);
  std::error_code none;
  for (int n = 2; fs::exists(fs::symlink_status(out, none)); ++n)
    out = in / (name + "-" + std::to_string(n) + extension);
  return out;
}

std::string today() {
  return iso8601(now()).substr(0, 10);
}

Result<void> write_body(const fs::path& path, HttpBody& body) {
  auto file = TRY(PrivateFile::create(path));
  while (body.left() > 0) {
    const std::string piece = body.read(kPiece);
    if (piece.empty()) return fail(Errc::truncated, "the browser stopped sending");
    file.write(piece);
  }
  return file.close();
}

}  // namespace

fs::path new_case_folder(const fs::path& in) {
  return free_path(in, "case-" + today());
}

fs::path new_file(const fs::path& in, const std::string& stem, const std::string& extension) {
  return free_path(in, stem + "-" + today(), extension);
}

std::string harmless_name(std::string_view name) {
  std::string out;
  for (const char c : name.substr(name.find_last_of("/\\") + 1))
    out += is_alnum(c) || c == '.' || c == '-' ? c : '_';
  if (out.empty() || out.front() == '.' || out.front() == '-') out.insert(0, "_");
  return out.size() > kLongestName ? out.substr(out.size() - kLongestName) : out;
}

Result<fs::path> receive_file(const fs::path& in, std::string_view name, HttpBody& body) {
  const fs::path folder = free_path(in, "received-" + today());
  std::error_code failed;
  if (!fs::create_directory(folder, failed)) return fail(Errc::io, "no folder can be made here");
  fs::permissions(folder, fs::perms::owner_all, failed);
  const fs::path path = folder / harmless_name(name);
  if (const auto written = write_body(path, body); !written) {
    fs::remove_all(folder, failed);
    return std::unexpected(written.error());
  }
  return path;
}

}  // namespace bridle
