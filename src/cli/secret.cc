#include "cli/secret.h"

#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "format/whatsapp_backup.h"

namespace bridle {
namespace {

// Up to the first line end.
std::string read_line(int fd) {
  std::string line;
  char c{};
  while (line.size() < 4096 && read(fd, &c, 1) == 1 && c != '\n') line += c;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

// Echo is off while this lives.
class Unseen {
 public:
  Unseen() {
    tcgetattr(STDIN_FILENO, &before_);
    termios quiet = before_;
    quiet.c_lflag &= static_cast<tcflag_t>(~ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~Unseen() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
};

std::string prompt() {
  std::fputs("Password of the encrypted backup (not shown): ", stderr);
  const Unseen unseen;
  std::string line = read_line(STDIN_FILENO);
  std::fputc('\n', stderr);
  return line;
}

// A derived key of a backup, or a key file of age or WhatsApp.
std::expected<void, std::string> read_key(const std::string& file, Secret& into) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) return std::unexpected(file + ": cannot be read");
  if (contains(lower(text), "age-secret-key-1")) {
    into.age_key = std::move(text);
    return {};
  }
  if (whatsapp_key_file(as_bytes(text))) {
    into.whatsapp_key = std::move(text);
    return {};
  }
  const auto key = key_of_digits(text);
  if (!key)
    return std::unexpected(file +
                           ": neither 64 hexadecimal digits nor a key file of age or WhatsApp");
  into.key = as_text(*key);
  return {};
}

}  // namespace

std::expected<Secret, std::string> read_secret(const SecretOptions& options,
                                               const std::function<bool()>& ask) {
  Secret out;
  if (!options.key_file.empty()) {
    if (const auto read = read_key(options.key_file, out); !read)
      return std::unexpected(read.error());
    if (out.key || out.whatsapp_key)
      return out;  // a key of age opens the acquisition, not the backup in it
  }
  if (options.password_fd >= 0) {
    out.password = read_line(options.password_fd);
    return out;
  }
  for (const char* name :
       {"BRIDLE_PASSWORD", "MVT_IOS_BACKUP_PASSWORD", "MVT_ANDROID_BACKUP_PASSWORD"})
    if (const char* value = std::getenv(name)) {
      out.password = value;
      return out;
    }
  if (!out.age_key && isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0 && ask())
    out.password = prompt();
  return out;
}

}  // namespace bridle
