// Pictures, films, sounds and documents as an exhibit of their own: one of them, or a folder or an
// archive of nothing else, told by their first bytes (format/media_type.h).
//
// Node "media:<path>", one for each file. A pass (media_pass.h) is one file too.
#pragma once

#include <memory>
#include <string_view>

#include "base/content.h"
#include "source/tree.h"

namespace bridle {

// Whether it begins as a picture, film, sound or document: then it is one file, whatever archive
// stands behind its end.
bool is_media(const Content& content);

// What systems leave in each folder of pictures.
bool is_left_by_system(std::string_view path);

// Null if the store holds other files, or none.
std::unique_ptr<Tree> open_media_files(Store& store, const OpenOptions& options);

}  // namespace bridle
