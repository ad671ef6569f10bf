#include "format/appended.h"

#include <algorithm>

#include "format/media_type.h"
#include "format/zip.h"

namespace bridle {
namespace {

constexpr std::uint64_t kSearched = 1 << 20;       // behind the end, for a program
constexpr std::uint64_t kMostDirectory = 4 << 20;  // of an archive
constexpr std::size_t kMostMembers = 64;
constexpr std::size_t kElfHead = 18;

Result<std::vector<std::byte>> part(const Content& content, std::uint64_t at, std::uint64_t size) {
  std::vector<std::byte> out(
      static_cast<std::size_t>(std::min<std::uint64_t>(size, content.size() - at)));
  TRY(content.read(at, out));
  return out;
}

// An archive whose end record is the file's end.
Result<std::optional<Appended>> archive(const Content& content) {
  const std::uint64_t size = content.size();
  const std::uint64_t tail_size = std::min<std::uint64_t>(size, zip::kTail);
  const auto tail = TRY(part(content, size - tail_size, tail_size));
  const auto end = zip::end(tail, size);
  // Four bytes that look like an end record are no proof in a file of another kind.
  if (!end || end->entries == 0 || end->directory_at >= size) return std::nullopt;
  const auto bytes =
      TRY(part(content, end->directory_at, std::min(end->directory_size, kMostDirectory)));
  Reader directory(bytes);
  Appended out{.type = "zip", .at = end->directory_at};
  for (auto entry = zip::next(directory); entry && *entry; entry = zip::next(directory)) {
    out.at = std::min(out.at, (*entry)->header_at + end->put_before);
    if (out.members.size() < kMostMembers) out.members.push_back(std::move((*entry)->path));
  }
  if (out.members.empty()) return std::nullopt;
  return out;
}

bool is_elf(Bytes head) {
  if (head.size() < kElfHead) return false;
  const auto byte = [&](std::size_t i) { return std::to_integer<unsigned>(head[i]); };
  const auto within = [](unsigned n, unsigned least, unsigned most) {
    return n >= least && n <= most;
  };
  const unsigned type = byte(5) == 1 ? byte(16) | byte(17) << 8 : byte(17) | byte(16) << 8;
  return within(byte(4), 1, 2) && within(byte(5), 1, 2) && byte(6) == 1 && within(type, 1, 4);
}

std::optional<std::size_t> find_elf(Bytes bytes) {
  const std::string_view text = as_text(bytes);
  constexpr std::string_view kMagic = "\x7f\x45LF";
  for (auto at = text.find(kMagic); at != std::string_view::npos; at = text.find(kMagic, at + 1))
    if (is_elf(bytes.subspan(at))) return at;
  return {};
}

}  // namespace

Result<std::optional<Appended>> appended(const Content& content, std::optional<std::uint64_t> end) {
  if (auto found = TRY(archive(content))) return found;
  if (!end || *end >= content.size()) return std::nullopt;
  const auto bytes = TRY(part(content, *end, kSearched));
  if (const auto elf = find_elf(bytes)) return Appended{.type = "elf", .at = *end + *elf};
  const auto first = std::ranges::find_if(bytes, [](std::byte b) { return b != std::byte{}; });
  if (first == bytes.end()) return Appended{.type = "zeros", .at = *end};
  const auto skipped = static_cast<std::size_t>(first - bytes.begin());
  // Some types begin with zeros of their own.
  for (const std::size_t at : {skipped, skipped - std::min<std::size_t>(skipped, 3)})
    if (const MediaType* const type = media_type(Bytes(bytes).subspan(at));
        type && type->name != "elf")
      return Appended{.type = type->name, .at = *end + at};
  return Appended{.type = "unknown", .at = *end};
}

}  // namespace bridle
