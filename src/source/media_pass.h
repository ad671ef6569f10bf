// Passes of Apple's Wallet: a zip archive that has "pass.json" at its top, with the pass's pictures
// beside it; .pkpasses are archives of such archives. BLASTPASS (2023) came as one of them. Faces
// of its watch (.watchface) are archives that have "face.json" and "metadata.json" at their top,
// with pictures beside them; Triangulation came as one of those. Source: Apple, PassKit and
// WatchFaceKit; Citizen Lab, BLASTPASS (2023); Kaspersky, Operation Triangulation (2023).
#pragma once

#include <memory>
#include <string_view>

#include "base/content.h"
#include "source/store.h"

namespace bridle {

// Null if the content, which must stay, is neither a pass, a bundle of passes nor a watch's face:
// told by what it holds.
std::unique_ptr<Store> open_pass(const Content& content);

// Whether it is one of passes, not a pass.
bool is_bundle(const Store& pass);

// pass, passes or watchface.
std::string_view sort_of_pass(const Store& pass);

// Errc::too_large for what no pass needs.
Result<std::unique_ptr<Content>> open_in_pass(const Store& pass, std::size_t index);

// Whether it is named as the pictures that phones show.
bool is_picture_name(std::string_view path);

}  // namespace bridle
