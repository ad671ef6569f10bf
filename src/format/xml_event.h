// What an XML document says, step by step: the same for its text and for its binary form.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bridle {

struct XmlAttribute {
  std::string_view name, value;
};

// Valid until the next one is asked for; the texts live as long as the document and the arena.
struct XmlEvent {
  enum class Kind : std::uint8_t { start, end, text };
  Kind kind = Kind::start;
  std::uint64_t at = 0;   // the byte at which it begins
  std::string_view name;  // of the element; of a text, the text itself
  std::span<const XmlAttribute> attributes = {};

  bool starts(std::string_view element) const { return kind == Kind::start && name == element; }
  bool ends(std::string_view element) const { return kind == Kind::end && name == element; }

  // The value of the attribute; nothing if the element has none of that name.
  std::optional<std::string_view> operator[](std::string_view attribute) const {
    const auto found = std::ranges::find(attributes, attribute, &XmlAttribute::name);
    return found == attributes.end() ? std::nullopt : std::optional(found->value);
  }
};

}  // namespace bridle
