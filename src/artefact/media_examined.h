// What a picture, film, sound or document is by its structure, in the words of a record. Nothing
// is decoded: attacks by such files work on who decodes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "format/appended.h"
#include "format/media_parts.h"
#include "format/media_type.h"
#include "format/tiff.h"

namespace bridle {

struct MediaSize {
  std::uint64_t width = 0, height = 0;
};

struct MediaStructure {
  std::string_view type;
  std::optional<std::uint64_t> end = {};
  std::optional<MediaSize> size = {};
  std::optional<Tiff> tiff = {};
  std::optional<MediaParts> parts = {};
  std::optional<Appended> behind = {};
  std::optional<Error> lost = {};
  std::string anomalies = {};  // one a line

  void note(const std::string& line);
};

// `head` are its first bytes, so many if it has them.
inline constexpr std::uint64_t kExaminedHead = 24;
MediaStructure examine_media(const Content& content, const MediaType& type, Bytes head);

}  // namespace bridle
