// Files that came with messages, by what they are and not by their name: FORCEDENTRY came as PDF
// and PSD files named .gif, with hundreds of JBIG2 segments.
// https://citizenlab.ca/2021/09/forcedentry-nso-group-imessage-zero-click-exploit-captured-in-the-wild/

#include <algorithm>

#include "artefact/artefact.h"
#include "base/text.h"

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

// First bytes and the extensions that fit them; `at` is where the bytes stand.
constexpr struct {
  std::size_t at;
  std::string_view bytes, type, extensions;
} kTypes[] = {
    {0, "%PDF-", "pdf", " pdf ai "},
    {0, "8BPS", "psd", " psd "},
    {0, "GIF8", "gif", " gif "},
    {0, "\xff\xd8\xff", "jpeg", " jpg jpeg jpe "},
    {0, "\x89PNG\r\n\x1a\n", "png", " png "},
    {8, "WEBP", "webp", " webp "},
    {4, "ftypqt", "quicktime", " mov qt heic jpg jpeg "},
    {4, "ftyphei", "heic", " heic heif "},
    {4, "ftypmif1", "heif", " heic heif avif "},
    {4, "ftyp", "mp4", " mp4 m4a m4v mov 3gp caf heic heif avif "},
    {0, "caff", "caf", " caf "},
    {0, "#!AMR", "amr", " amr "},
    {0, "II*", "tiff", " tif tiff dng nef cr2 arw "},
    {0, std::string_view("MM\0*", 4), "tiff", " tif tiff dng nef "},
    {0, "PK\x03\x04", "zip",
     " zip docx xlsx pptx pages numbers key pkpass usdz reality epub ipa apk jar "},
    {0, "bplist00", "plist", " plist "},
    {0, "<?xml", "xml", " xml plist svg gpx kml "},
    {0, "BEGIN:VCARD", "vcard", " vcf "},
    {0, "BEGIN:VCALENDAR", "calendar", " ics vcs "},
    {0, "ID3", "mp3", " mp3 "},
    {0, std::string_view("\0\1\0\0", 4), "truetype", " ttf "},
    {0, "OTTO", "opentype", " otf "},
};
constexpr std::uint64_t kSearched = 16 << 20;  // of a PDF

std::string extension(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower(name.substr(dot + 1));
}

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
  std::byte head[16] = {};
  const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(16, file.content->size()));
  if (const auto read = file.content->read(0, {head, n}); !read)
    return std::unexpected(read.error());
  const std::string_view start = as_text({head, n});
  const auto type = std::ranges::find_if(kTypes, [&](const auto& t) {
    return start.size() > t.at && start.substr(t.at).starts_with(t.bytes);
  });
  const std::string name = extension(file.path);
  if (type == std::end(kTypes)) {
    out.row<kFields>(0, file.path, file.content->size(), std::nullopt, name, std::nullopt,
                     std::nullopt);
    return {};
  }
  std::optional<std::int64_t> jbig2;
  if (type->type == "pdf") jbig2 = TRY(jbig2_streams(file));
  const bool known = std::ranges::any_of(
      kTypes, [&](const auto& t) { return contains(t.extensions, " " + name + " "); });
  const bool differs = known && !contains(type->extensions, " " + name + " ");
  out.row<kFields>(0, file.path, file.content->size(), type->type, name, differs, jbig2);
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
