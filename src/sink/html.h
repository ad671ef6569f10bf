// HTML text. Whatever comes from evidence goes through one of these.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bridle {

// For text of our own: & < > and quotes as entities.
std::string escaped(std::string_view text);

// Evidence in a <bdi>, so that it cannot turn the direction of what stands around it.
std::string evidence(std::string_view text, std::size_t limit = 400);  // defanged
std::string exact(std::string_view text, std::size_t limit = 400);     // paths, ids, hashes

}  // namespace bridle
