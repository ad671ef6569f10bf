#include "sink/case_key.h"

#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

#include "base/bytes.h"
#include "base/text.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKey = 32;
constexpr std::size_t kFile = 2 * kKey + 1;  // hex digits and a line end

Result<std::string> read_key(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0)
    return fail(errno == ENOENT ? Errc::missing : Errc::io, "the file of a key cannot be read");
  std::array<char, kFile + 1> text{};
  const ssize_t n = ::read(fd, text.data(), text.size());
  ::close(fd);
  const auto key = from_hex(trim({text.data(), n > 0 ? static_cast<std::size_t>(n) : 0}));
  if (!key || key->size() != kKey) return fail(Errc::malformed, "the file of a key holds none");
  return *key;
}

// Does nothing if another program has made it in the meantime: it is there whole or not at all.
void write_key(const fs::path& path, std::string_view text) {
  std::string part = path.string() + ".XXXXXX";
  const int fd = ::mkostemp(part.data(), O_CLOEXEC);  // readable by its owner only
  if (fd < 0) return;
  const bool whole = ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                     ::fsync(fd) == 0;
  if (::close(fd) == 0 && whole) ::link(part.c_str(), path.c_str());
  ::unlink(part.c_str());
}

}  // namespace

Result<std::string> case_key(const fs::path& folder) {
  return secret_key(folder / "case.key");
}

Result<std::string> secret_key(const fs::path& path) {
  if (auto key = read_key(path); key || key.error().code != Errc::missing) return key;
  std::array<char, kKey> random{};
  if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
    return fail(Errc::io, "the system gives no random numbers");
  write_key(path, hex(as_bytes({random.data(), random.size()})) + "\n");
  return read_key(path);
}

}  // namespace bridle
