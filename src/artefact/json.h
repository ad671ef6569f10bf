// Artefacts that are JSON: reading object after object, and their values in the forms of rows.
#pragma once

#include <simdjson.h>

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "artefact/artefact.h"

namespace bridle {

using JsonObject = simdjson::dom::object;
using JsonArray = simdjson::dom::array;
using JsonValue = simdjson::dom::element;

// The member of that name; nothing if it, or the object, is absent or of another sort. Empty text
// is nothing too, an absent array has no elements.
using MaybeObject = std::optional<JsonObject>;
std::optional<std::string_view> json_text(const MaybeObject& o, std::string_view name);
std::optional<std::int64_t> json_number(const MaybeObject& o, std::string_view name);
std::optional<bool> json_flag(const MaybeObject& o, std::string_view name);
MaybeObject json_object(const MaybeObject& o, std::string_view name);
std::vector<JsonValue> json_array(const MaybeObject& o, std::string_view name);
MaybeObject as_object(const JsonValue& value);

// Reads the objects of an array, or of lines. `at` is the byte at which the object begins. What is
// broken becomes a gap; an error if the file holds no object and is no empty array.
using ObjectReader = std::function<void(std::uint64_t at, const JsonObject& object)>;
Result<void> read_objects(const File& file, Rows& out, const ObjectReader& read);

// Reads an array of texts.
using JsonTextReader = std::function<void(std::uint64_t index, std::string_view text)>;
Result<void> read_texts(const File& file, Rows& out, const JsonTextReader& read);

}  // namespace bridle
