// Files that came with messages, by what they are and not by their name: FORCEDENTRY came as PDF
// and PSD files named .gif, with hundreds of JBIG2 segments.
// https://citizenlab.ca/2021/09/forcedentry-nso-group-imessage-zero-click-exploit-captured-in-the-wild/

#include <algorithm>

#include "artefact/artefact.h"
#include "format/media_type.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "MediaDomain:Library/SMS/Attachments/**",
    "HomeDomain:Library/SMS/Attachments/**",
    "private/var/mobile/Library/SMS/Attachments/**",
};

constexpr Field kFields[] = {
    {"path", Kind::path, "where it lies"},
    {"bytes", Kind::number, "its size"},
    {"type", Kind::text, "what it is by its first bytes; empty if unknown"},
    {"extension", Kind::text, "what its name says"},
    {"differs", Kind::number, "1 if name and first bytes contradict each other"},
    {"jbig2", Kind::number, "of a PDF: how many streams are packed with JBIG2"},
};

constexpr std::uint64_t kSearched = 16 << 20;  // of a PDF

Result<std::int64_t> jbig2_streams(const File& file) {
  const std::uint64_t size = std::min(file.content->size(), kSearched);
  const auto all = file.arena->take(static_cast<std::size_t>(size));
  TRY(file.content->read(0, all));
  constexpr std::string_view kFilter = "/JBIG2Decode";
  const std::string_view text = as_text(all);
  std::int64_t n = 0;
  for (auto at = text.find(kFilter); at != std::string_view::npos;
       at = text.find(kFilter, at + kFilter.size()))
    ++n;
  return n;
}

Result<void> parse(const File& file, Rows& out) {
  std::byte head[kMediaHead] = {};
  const auto n =
      static_cast<std::size_t>(std::min<std::uint64_t>(kMediaHead, file.content->size()));
  if (const auto read = file.content->read(0, {head, n}); !read)
    return std::unexpected(read.error());
  const MediaType* const type = media_type({head, n});
  const std::string name = extension_of(file.path);
  if (!type) {
    out.row<kFields>(0, file.path, file.content->size(), std::nullopt, name, std::nullopt,
                     std::nullopt);
    return {};
  }
  std::optional<std::int64_t> jbig2;
  if (type->name == "pdf") jbig2 = TRY(jbig2_streams(file));
  out.row<kFields>(0, file.path, file.content->size(), type->name, name, name_differs(*type, name),
                   jbig2);
  return {};
}

}  // namespace

ARTEFACT(ios_attachment_files) = {
    .id = "ios_attachment_files",
    .title = "What files that came with messages are",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = parse,
};

}  // namespace bridle
