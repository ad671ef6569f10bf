#include "source/tar_walk.h"

#include <algorithm>
#include <array>
#include <vector>

namespace bridle {
namespace {

constexpr std::uint64_t kMostExtension = 1 << 20;

std::uint64_t padding(std::uint64_t size) {
  return (tar::kBlock - size % tar::kBlock) % tar::kBlock;
}

bool has_data(const tar::Header& header) {
  // Links, folders, devices and pipes; some writers give them a size without data.
  return std::string_view("123456").find(header.kind) == std::string_view::npos;
}

}  // namespace

Result<std::size_t> TarWalk::take(std::span<std::byte> out) {
  const std::size_t got = TRY(in_.read(out));
  at_ += got;
  return got;
}

Result<void> TarWalk::pass(std::uint64_t n) {
  TRY(in_.skip(n));
  at_ += n;
  return {};
}

Result<void> TarWalk::extend(const tar::Header& header) {
  if (header.size > kMostExtension) return fail(Errc::too_large, "a tar header over 1 MB", at_);
  const std::uint64_t start = at_;
  std::vector<std::byte> data(static_cast<std::size_t>(header.size));
  if (TRY(take(data)) < data.size()) return fail(Errc::truncated, "the archive ends early", at_);
  TRY(pass(padding(header.size)));
  // The frame holds, so the members after it are not lost with it.
  if (const auto added = extensions_.add(header.kind, data); !added)
    problem_ = Error{added.error().code, added.error().what, start};
  return {};
}

Result<std::optional<tar::Header>> TarWalk::next() {
  problem_.reset();
  TRY(pass(left_));
  left_ = 0;
  TRY(pass(padding_));
  padding_ = 0;
  for (;;) {
    std::array<std::byte, tar::kBlock> block;
    const std::uint64_t start = at_;
    const std::size_t got = TRY(take(block));
    if (got == 0 && ended_) return std::nullopt;
    if (got == 0) return fail(Errc::truncated, "the archive has no end mark", at_);
    auto header = tar::header(std::span(block).first(got));
    if (!header) return fail(header.error().code, header.error().what, start);
    // What stands behind the end mark is read too: archives may be joined, or hide something.
    if (!*header) {
      ended_ = true;
      continue;
    }
    if (tar::is_extension(**header)) {
      TRY(extend(**header));
      continue;
    }
    extensions_.apply(**header);
    if (!has_data(**header)) (*header)->size = 0;
    left_ = (*header)->size;
    padding_ = padding(left_);
    return std::move(*header);
  }
}

Result<std::size_t> TarWalk::read(std::span<std::byte> out) {
  out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), left_)));
  const std::size_t got = TRY(take(out));
  left_ -= got;
  if (got == 0 && !out.empty()) return fail(Errc::truncated, "the archive ends inside a file", at_);
  return got;
}

}  // namespace bridle
