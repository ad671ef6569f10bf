// Artefacts that are the listing of a file system: every file, whoever reads it or not.
#pragma once

#include "artefact/artefact.h"

namespace bridle {

inline constexpr std::string_view kListingReads[] = {"listing:files"};

inline constexpr Field kListingFields[] = {
    {"path", Kind::path, "the file"},
    {"size", Kind::number, "its size in bytes"},
    {"modified", Kind::time, "when it was changed, as the exhibit has it"},
};

Result<void> read_listing(const File& file, Rows& out);

}  // namespace bridle
