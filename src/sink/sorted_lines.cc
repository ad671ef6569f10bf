#include "sink/sorted_lines.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <queue>
#include <utility>

#include "base/bytes.h"

namespace bridle {
namespace {

//   offset  size  value
//   0       8     key, two's complement, little endian
//   8       4     size of the line that follows
constexpr std::size_t kHead = 12;

void append_little(std::string& out, std::uint64_t v, int n) {
  for (int i = 0; i < n; ++i) out += static_cast<char>(v >> (8 * i) & 255);
}

bool write_whole(int fd, std::string_view rest) {
  while (!rest.empty()) {
    const ssize_t n = ::write(fd, rest.data(), rest.size());
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) rest.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// Reads one run back, line by line.
class Run {
 public:
  explicit Run(int fd) : fd_(fd) {}

  // False at the end.
  bool next() {
    at_ += size_;
    size_ = 0;
    if (!have(kHead)) return false;
    const Bytes head = as_bytes(buffer_).subspan(at_, kHead);
    key_ = static_cast<std::int64_t>(little_endian(head, 8));
    const std::uint64_t size = little_endian(head.subspan(8), 4);
    at_ += kHead;
    if (!have(size)) return false;
    size_ = size;
    return true;
  }
  std::int64_t key() const { return key_; }
  std::string_view line() const { return std::string_view(buffer_).substr(at_, size_); }

 private:
  bool have(std::size_t n) {
    if (buffer_.size() - at_ >= n) return true;
    buffer_.erase(0, at_);
    at_ = 0;
    while (buffer_.size() < n) {
      const std::size_t before = buffer_.size();
      buffer_.resize(std::max<std::size_t>(n, before + (128 << 10)));
      const ssize_t got = ::pread(fd_, buffer_.data() + before, buffer_.size() - before, offset_);
      buffer_.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
      if (got <= 0) return false;
      offset_ += got;
    }
    return true;
  }

  int fd_;
  off_t offset_ = 0;
  std::string buffer_;
  std::size_t at_ = 0, size_ = 0;
  std::int64_t key_ = 0;
};

}  // namespace

SortedLines::~SortedLines() {
  for (const int fd : runs_) ::close(fd);
}

void SortedLines::add(std::int64_t key, std::string_view line) {
  lines_.push_back({key, text_.size(), line.size()});
  text_ += line;
  if (text_.size() + lines_.size() * sizeof(Line) >= memory_) spill();
}

void SortedLines::sort() {
  std::ranges::stable_sort(lines_, {}, &Line::key);
}

void SortedLines::spill() {
  sort();
  const int fd =
      ::open(folder_.empty() ? "." : folder_.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  std::string out;
  failed_ = failed_ || fd < 0;
  for (const Line& line : lines_) {
    if (failed_) break;
    append_little(out, static_cast<std::uint64_t>(line.key), 8);
    append_little(out, line.size, 4);
    out.append(text_, line.at, line.size);
    if (out.size() < (256 << 10)) continue;
    failed_ = !write_whole(fd, out);
    out.clear();
  }
  if (!failed_) failed_ = !write_whole(fd, out);
  if (fd >= 0) runs_.push_back(fd);
  text_.clear();
  lines_.clear();
}

Result<void> SortedLines::write_to(PrivateFile& out) {
  if (runs_.empty()) {
    sort();
    for (const Line& line : lines_) out.write(std::string_view(text_).substr(line.at, line.size));
    return {};
  }
  spill();
  if (failed_) return fail(Errc::io, "there is no room to sort");
  std::vector<Run> runs(runs_.begin(), runs_.end());
  using Next = std::pair<std::int64_t, std::size_t>;  // key, run: earlier runs hold earlier lines
  std::priority_queue<Next, std::vector<Next>, std::greater<>> next;
  for (std::size_t i = 0; i < runs.size(); ++i)
    if (runs[i].next()) next.emplace(runs[i].key(), i);
  while (!next.empty()) {
    const std::size_t i = next.top().second;
    next.pop();
    out.write(runs[i].line());
    if (runs[i].next()) next.emplace(runs[i].key(), i);
  }
  return {};
}

}  // namespace bridle
