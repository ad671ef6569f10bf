// For tests: all cases of media_structure. What a rule is not about are its ordinary twins.
#pragma once

#include <string_view>

#include "detect/rule/shown.h"

namespace bridle {

inline Shown shown_media(std::string_view rule) {
  Shown shown(rule);
  for (const char* name :
       {"document",         "document_zip", "film",       "film_overrun", "gif",
        "gif_without_area", "heic_as_jpg",  "landfall",   "mismatch",     "motion_photo",
        "pass_attack",      "passes",       "pdf_as_gif", "photo",        "planes_apart",
        "program_behind",   "psd_as_gif",   "raw_photo",  "webp_as_png",  "webp_oversized"})
    shown.golden("media_structure", name);
  return shown;
}

}  // namespace bridle
