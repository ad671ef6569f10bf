// JSON of packs: parsing with a place for what is wrong, and short ways to optional members.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bridle {

// A parsed document; elements point into it.
class JsonDocument {
 public:
  // Errc::malformed with the byte where the text stops being JSON. Bytes that are no UTF-8 become
  // U+FFFD.
  static Result<JsonDocument> parse(std::string_view text);

  simdjson::dom::element root() const { return root_; }

 private:
  std::unique_ptr<simdjson::dom::parser> parser_;
  simdjson::dom::element root_;
};

// The member of that name, if `value` is an object, it is there and of that type.
std::optional<std::string_view> text_member(simdjson::dom::element value, std::string_view name);
std::optional<bool> bool_member(simdjson::dom::element value, std::string_view name);
std::optional<simdjson::dom::array> array_member(simdjson::dom::element value,
                                                 std::string_view name);

// The byte at which brackets or quotes stop fitting together; the end if text is missing.
std::uint64_t json_break(std::string_view text);

}  // namespace bridle
