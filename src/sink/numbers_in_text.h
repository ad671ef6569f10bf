// Finds what tells who somebody is in text that people or programs wrote.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace bridle {

// Which telephone numbers count: those that begin with "+", or all that could be one.
enum class Numbers : std::uint8_t { marked, all };

// The text with e-mail addresses, ids of that form ("15555550101@s.whatsapp.net") and numbers put
// through `with`. Dates, times, IP addresses, decimals and parts of longer words are no numbers.
// Linear in the text.
std::string replaced(std::string_view text, Numbers numbers,
                     const std::function<std::string(std::string_view)>& with);

}  // namespace bridle
