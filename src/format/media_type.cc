#include "format/media_type.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace bridle {
namespace {

using enum MediaSort;

// The first that fits counts: brands stand before what they are a kind of.
constexpr MediaType kTypes[] = {
    {0, "%PDF-", "pdf", " pdf ai ", document},
    {0, "8BPS", "psd", " psd ", picture},
    {0, "GIF8", "gif", " gif ", picture},
    {0, "\xff\xd8\xff", "jpeg", " jpg jpeg jpe ", picture},
    {0, "\x89PNG\r\n\x1a\n", "png", " png ", picture},
    {8, "WEBP", "webp", " webp ", picture},
    {8, "WAVE", "wav", " wav ", sound},
    {8, "AVI ", "avi", " avi ", moving},
    {4, "ftypqt", "quicktime", " mov qt heic jpg jpeg ", moving},
    {4, "ftyphei", "heic", " heic heif ", picture},
    {4, "ftypmif1", "heif", " heic heif avif ", picture},
    {4, "ftypavi", "avif", " avif ", picture},
    {4, "ftyp", "mp4", " mp4 m4a m4v mov 3gp caf heic heif avif ", moving},
    {0, "caff", "caf", " caf ", sound},
    {0, "#!AMR", "amr", " amr ", sound},
    {0, "OggS", "ogg", " ogg oga opus ", sound},
    {0, "II*", "tiff", " tif tiff dng nef cr2 arw ", picture},
    {0, std::string_view("MM\0*", 4), "tiff", " tif tiff dng nef ", picture},
    {0, std::string_view("II+\0", 4), "bigtiff", " tif tiff dng btf ", picture},
    {0, std::string_view("MM\0+", 4), "bigtiff", " tif tiff dng btf ", picture},
    {0, "PK\x03\x04", "zip",
     " zip docx xlsx pptx pages numbers key pkpass usdz reality epub ipa apk jar ", other},
    {0, "\x7f\x45LF", "elf", " so elf ", other},
    {0, "Rar!\x1a\x07", "rar", " rar ", other},
    {0, "7z\xbc\xaf\x27\x1c", "7z", " 7z ", other},
    {0, "dex\n", "dex", " dex ", other},
    {0, "bplist00", "plist", " plist ", other},
    {0, "<?xml", "xml", " xml plist svg gpx kml ", other},
    {0, "BEGIN:VCARD", "vcard", " vcf ", other},
    {0, "BEGIN:VCALENDAR", "calendar", " ics vcs ", other},
    {0, "ID3", "mp3", " mp3 ", sound},
    {0, "\x97JB2\r\n\x1a\n", "jbig2", " jb2 jbig2 ", picture},
    {0, std::string_view("\0\1\0\0\0", 5), "truetype", " ttf otf ", document},
    {0, std::string_view("true\0", 5), "truetype", " ttf ", document},
    {0, "OTTO", "opentype", " otf ttf ", document},
    {0, "ttcf", "collection", " ttc otc ttf ", document},
};

}  // namespace

const MediaType* media_type(Bytes head) {
  const std::string_view start = as_text(head);
  const auto* const at = std::ranges::find_if(kTypes, [&](const MediaType& t) {
    return start.size() > t.at && start.substr(t.at).starts_with(t.bytes);
  });
  return at == std::end(kTypes) ? nullptr : at;
}

const MediaType* told_type(Bytes head) {
  const MediaType* const type = media_type(head);
  if (type && type->sort == MediaSort::other) return type;
  const bool pdf = contains(as_text(head).substr(0, kToldHead), kTypes[0].bytes);
  return pdf ? &kTypes[0] : type;
}

Result<const MediaType*> told_type(const Content& content) {
  std::array<std::byte, kToldHead> head;
  const auto part = std::span(head).first(
      static_cast<std::size_t>(std::min<std::uint64_t>(head.size(), content.size())));
  TRY(content.read(0, part));
  return told_type(part);
}

std::string extension_of(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower(name.substr(dot + 1));
}

bool name_differs(const MediaType& type, std::string_view extension) {
  const std::string wanted = " " + std::string(extension) + " ";
  return !contains(type.extensions, wanted) && std::ranges::any_of(kTypes, [&](const MediaType& t) {
    return contains(t.extensions, wanted);
  });
}

}  // namespace bridle
