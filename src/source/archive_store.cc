#include "source/archive_store.h"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <numeric>

#include "base/text.h"

namespace bridle {
namespace {

class OwnedContent : public MemoryContent {
 public:
  explicit OwnedContent(std::vector<std::byte> bytes)
      : MemoryContent(bytes), keep_(std::move(bytes)) {}

 private:
  std::vector<std::byte> keep_;  // moving a vector leaves its bytes where they are
};

class PartOf : public Content {
 public:
  PartOf(const Content& whole, std::uint64_t at, std::uint64_t size)
      : whole_(whole), at_(at), size_(size) {}
  std::uint64_t size() const override { return size_; }
  Result<void> read(std::uint64_t at, std::span<std::byte> out) const override {
    if (at > size_ || out.size() > size_ - at)
      return fail(Errc::truncated, "the data ends early", size_);
    return whole_.read(at_ + at, out);
  }

 private:
  const Content& whole_;
  std::uint64_t at_;
  std::uint64_t size_;
};

class SharedPart : public PartOf {
 public:
  SharedPart(std::shared_ptr<const Content> whole, std::uint64_t at, std::uint64_t size)
      : PartOf(*whole, at, size), keep_(std::move(whole)) {}

 private:
  std::shared_ptr<const Content> keep_;
};

}  // namespace

Result<Descriptor> memory_file() {
  Descriptor file(memfd_create("bridle", MFD_CLOEXEC));
  if (!file) return fail(Errc::io, "no memory for inflated data");
  return file;
}

Result<void> append(const Descriptor& file, Bytes bytes) {
  while (!bytes.empty()) {
    const ssize_t n = write(file.get(), bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return fail(Errc::io, "no memory for inflated data");
    bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return {};
}

std::unique_ptr<Content> owned_content(std::vector<std::byte> bytes) {
  return std::make_unique<OwnedContent>(std::move(bytes));
}

std::unique_ptr<Content> part_of(const Content& whole, std::uint64_t at, std::uint64_t size) {
  return std::make_unique<PartOf>(whole, at, size);
}

std::unique_ptr<Content> part_of(std::shared_ptr<const Content> whole, std::uint64_t at,
                                 std::uint64_t size) {
  return std::make_unique<SharedPart>(std::move(whole), at, size);
}

Result<std::string> member_path(std::string_view name) {
  if (contains(name, std::string_view("\0", 1)))
    return fail(Errc::unsupported, "refused: the name holds a zero byte");
  std::string out;
  for (const std::string_view part : split(name, '/')) {
    if (part == "..") return fail(Errc::unsupported, "refused: the name leaves the archive");
    if (part.empty() || part == ".") continue;
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

std::vector<std::size_t> ArchiveStore::last_of_each_path(const std::vector<Stored>& members) {
  std::vector<std::size_t> order(members.size()), out;
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto path = [&](std::size_t i) -> const std::string& { return members[i].path; };
  std::ranges::stable_sort(order, {}, path);
  for (std::size_t n = 0; n < order.size(); ++n) {
    if (n + 1 == order.size() || path(order[n]) != path(order[n + 1]))
      out.push_back(order[n]);
    else
      lose(path(order[n]), 0, "a later file of the same name replaces this one", Loss::refused);
  }
  std::ranges::stable_sort(folders_, {}, &Stored::path);
  const auto twice = std::ranges::unique(folders_, {}, &Stored::path);
  folders_.erase(twice.begin(), twice.end());
  std::ranges::stable_sort(gaps_, {}, &StoreGap::path);
  return out;
}

}  // namespace bridle
