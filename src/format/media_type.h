// What a file is by its first bytes, and which names fit it: a name is only what somebody wrote.
//
//   at  bytes            type             at  bytes            type
//   0   %PDF-            pdf              0   II * 0, MM 0 *   tiff (DNG and most raw photos too)
//   0   8BPS             psd              0   II + 0, MM 0 +   bigtiff
//   0   GIF8             gif              0   RIFF, 8 WEBP     webp; 8 WAVE wav; 8 "AVI " avi
//   0   ff d8 ff         jpeg             4   ftyp + brand     heic, heif, avif, quicktime, mp4
//   0   89 PNG           png              0   PK 3 4           zip
//   0   7f ELF           elf              0   00 01 00 00      truetype, also "true"
//   0   97 JB2           jbig2            0   OTTO, ttcf       opentype; collection of either
// and texts and sounds that come with messages. Source: the formats' own specifications.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/content.h"

namespace bridle {

enum class MediaSort : std::uint8_t { picture, moving, sound, document, other };

struct MediaType {
  std::size_t at;
  std::string_view bytes;  // what stands there
  std::string_view name;
  std::string_view extensions;  // that fit it, with a blank on both sides of each
  MediaSort sort;
};

// So many first bytes tell each type that there is.
inline constexpr std::size_t kMediaHead = 16;

// Null if the bytes are of no known type.
const MediaType* media_type(Bytes head);

// The same as readers of documents see it: viewers of PDF pass over what stands in front of it, so
// that a picture or nothing at all may be one. Looks at the first kToldHead bytes.
inline constexpr std::size_t kToldHead = 1024;
const MediaType* told_type(Bytes head);
Result<const MediaType*> told_type(const Content& content);

// Of a path, in lower case and without its dot; empty if there is none.
std::string extension_of(std::string_view path);

// Whether the name says another type than the bytes do. An extension that is not known says none.
bool name_differs(const MediaType& type, std::string_view extension);

}  // namespace bridle
