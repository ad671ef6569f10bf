#include "detect/indicator/json.h"

#include <utility>
#include <vector>

#include "base/text.h"

namespace bridle {

Result<JsonDocument> JsonDocument::parse(std::string_view text) {
  if (text.empty()) return fail(Errc::malformed, "the text is empty");
  JsonDocument out;
  out.parser_ = std::make_unique<simdjson::dom::parser>();
  auto error = out.parser_->parse(text.data(), text.size()).get(out.root_);
  if (error == simdjson::UTF8_ERROR) {
    std::string repaired;
    const auto valid = valid_utf8(text, repaired);
    error = out.parser_->parse(valid.data(), valid.size()).get(out.root_);
  }
  if (error == simdjson::CAPACITY) return fail(Errc::too_large, "the JSON text is too large");
  if (error != simdjson::SUCCESS)
    return fail(Errc::malformed, "the text is not JSON", json_break(text));
  return out;
}

std::optional<std::string_view> text_member(simdjson::dom::element value, std::string_view name) {
  std::string_view out;
  if (value[name].get(out) != simdjson::SUCCESS) return {};
  return out;
}

std::optional<bool> bool_member(simdjson::dom::element value, std::string_view name) {
  bool out = false;
  if (value[name].get(out) != simdjson::SUCCESS) return {};
  return out;
}

std::optional<simdjson::dom::array> array_member(simdjson::dom::element value,
                                                 std::string_view name) {
  simdjson::dom::array out;
  if (value[name].get(out) != simdjson::SUCCESS) return {};
  return out;
}

std::uint64_t json_break(std::string_view text) {
  std::vector<char> open;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      open.push_back(c);
    } else if (c == '}' || c == ']') {
      const char opener = c == '}' ? '{' : '[';
      if (open.empty() || open.back() != opener) return i;
      open.pop_back();
    }
  }
  return quoted || !open.empty() ? text.size() : 0;
}

}  // namespace bridle
