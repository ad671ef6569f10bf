// Evidence made fit for people's eyes: attackers write it.
#pragma once

#include <string>
#include <string_view>

namespace bridle {

// At most `limit` characters; what is invisible is written as ⟨U+202E⟩, line ends as ⏎.
std::string shown(std::string_view evidence, std::size_t limit);

// The same with "https://a.example" as "hxxps://a[.]example", and host names alike, so that no
// reader makes a link of it. File names and bundle ids are left as they are.
std::string defanged(std::string_view evidence, std::size_t limit);

}  // namespace bridle
