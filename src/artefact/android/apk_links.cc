// Links in the code of apps: the servers that an app can talk to stand in it, if nobody hid them.
//
// The texts of classes*.dex (format/dex.h) that hold "://" or are a host name with a path behind.

#include <string>

#include "artefact/apk_files.h"
#include "artefact/artefact.h"
#include "base/text.h"
#include "format/dex.h"
#include "format/modified_utf8.h"
#include "source/apk.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"text", Kind::content, "the text"},
    {"member", Kind::path, "file of the app that holds it"},
};

// Cheap enough for each of a hundred thousand texts; what is found is looked at by the matcher.
bool may_be_link(std::string_view s) {
  constexpr std::size_t kShortest = 4, kLongest = 4096;
  if (s.size() < kShortest || s.size() > kLongest) return false;
  if (contains(s, "://")) return true;
  const auto dot = s.find('.');
  if (dot == 0 || dot == std::string_view::npos || s.find(' ') != std::string_view::npos)
    return false;
  return is_alnum(s.front()) && is_alnum(s.back()) && !s.starts_with("android.") &&
         !s.starts_with("java.") && !s.starts_with("kotlin.") && !s.starts_with("androidx.");
}

Result<void> read_code(const zip::Entry& member, Bytes bytes, Rows& out) {
  const auto all = TRY(Dex::parse(bytes));
  std::string into;
  for (const Dex& dex : all)
    TRY(dex.each_string([&](std::uint64_t at, std::string_view text) {
      if (may_be_link(text)) out.row<kFields>(at, utf8_of_modified(text, into), member.path);
    }));
  return {};
}

Result<void> parse(const File& file, Rows& out) {
  const Apk apk = TRY(Apk::open(*file.content));
  Arena arena;
  for (const zip::Entry& member : apk.entries()) {
    if (out.stopped()) return {};
    if (!glob("classes*.dex", member.path)) continue;
    const auto bytes = apk.whole(member, arena);
    const auto read = bytes ? read_code(member, *bytes, out) : std::unexpected(bytes.error());
    if (!read) out.gap(member.header_at, read.error().what);
    arena.clear();
  }
  return {};
}

}  // namespace

ARTEFACT(android_apk_links) = {
    .id = "android_apk_links",
    .title = "Links in the code of apps",
    .reads = kApkFiles,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = parse,
    .row = "byte of the code file at which the text begins",
};

}  // namespace bridle
