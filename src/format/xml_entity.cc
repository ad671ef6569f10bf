#include "format/xml_entity.h"

#include <charconv>

#include "base/text.h"

namespace bridle {

std::optional<char32_t> xml_character(std::string_view name) {
  if (name == "lt") return U'<';
  if (name == "gt") return U'>';
  if (name == "amp") return U'&';
  if (name == "quot") return U'"';
  if (name == "apos") return U'\'';
  if (!name.starts_with('#')) return {};
  name.remove_prefix(1);
  const bool sixteen = name.starts_with('x');
  if (sixteen) name.remove_prefix(1);
  std::uint32_t v{};
  const auto [end, ec] =
      std::from_chars(name.data(), name.data() + name.size(), v, sixteen ? 16 : 10);
  if (ec != std::errc{} || end != name.data() + name.size() || v > 0x10ffff) return {};
  return v >= 0xd800 && v <= 0xdfff ? U'\ufffd' : static_cast<char32_t>(v);
}

std::string without_xml_entities(std::string_view text) {
  constexpr std::size_t kLongest = 10;  // "#x10ffff" and its like
  std::string out;
  while (!text.empty()) {
    const auto end = text.front() == '&' ? text.substr(0, kLongest).find(';') : text.npos;
    const auto character = end == text.npos ? std::nullopt : xml_character(text.substr(1, end - 1));
    if (character)
      append_utf8(out, *character);
    else
      out += text.front();
    text.remove_prefix(character ? end + 1 : 1);
  }
  return out;
}

}  // namespace bridle
