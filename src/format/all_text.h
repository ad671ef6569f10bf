// Every text in a blob whose form is told by its first bytes: property lists, archives of
// objects, typedstreams, and those inside of one another.
#pragma once

#include <functional>
#include <string_view>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/result.h"
#include "format/plist.h"

namespace bridle {

// Texts come in stored order, keys before their values; a shared one as often as it is referenced.
using TextSink = std::function<void(std::string_view text)>;

// A list may stand behind a header of four bytes. Texts that could be had were given to the sink
// even if the result is an error, which then says what was lost. Errc::unsupported if the blob is
// of no known form.
Result<void> all_text(Bytes blob, Arena& arena, const TextSink& sink);

// The same for one value of a list.
Result<void> all_text(const PlistNode& node, Arena& arena, const TextSink& sink);

}  // namespace bridle
