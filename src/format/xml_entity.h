// Entities of XML: the five that it has of itself, and characters by their number.
// https://www.w3.org/TR/xml/#sec-references
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bridle {

// The character that a name between '&' and ';' stands for: "lt", "#65", "#x41". Half of a pair of
// UTF-16 gives U+FFFD; nothing for other names.
std::optional<char32_t> xml_character(std::string_view name);

// The text with its entities replaced; what is none stays as it is.
std::string without_xml_entities(std::string_view text);

}  // namespace bridle
