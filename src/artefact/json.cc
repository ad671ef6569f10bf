#include "artefact/json.h"

#include "base/text.h"
#include "format/json_objects.h"

namespace bridle {
namespace {

template <class T>
std::optional<T> member(const MaybeObject& o, std::string_view name) {
  T value;
  if (!o || (*o)[name].get(value) != simdjson::SUCCESS) return {};
  return value;
}

bool is_empty_array(const File& file) {
  const auto all = file.content->size() <= 64 ? file.bytes() : Result<Bytes>(Bytes());
  if (!all) return false;
  const auto text = trim(as_text(*all));
  return text.starts_with('[') && text.ends_with(']') &&
         trim(text.substr(1, text.size() - 2)).empty();
}

}  // namespace

std::optional<std::string_view> json_text(const MaybeObject& o, std::string_view name) {
  const auto text = member<std::string_view>(o, name);
  return text && !text->empty() ? text : std::nullopt;
}
std::optional<std::int64_t> json_number(const MaybeObject& o, std::string_view name) {
  return member<std::int64_t>(o, name);
}
std::optional<bool> json_flag(const MaybeObject& o, std::string_view name) {
  return member<bool>(o, name);
}
MaybeObject json_object(const MaybeObject& o, std::string_view name) {
  return member<JsonObject>(o, name);
}
std::vector<JsonValue> json_array(const MaybeObject& o, std::string_view name) {
  const auto array = member<JsonArray>(o, name);
  if (!array) return {};
  return {array->begin(), array->end()};
}
MaybeObject as_object(const JsonValue& value) {
  JsonObject o;
  if (value.get(o) != simdjson::SUCCESS) return {};
  return o;
}

Result<void> read_objects(const File& file, Rows& out, const ObjectReader& read) {
  static_assert(JsonObjects::kPadding >= simdjson::SIMDJSON_PADDING);
  JsonObjects objects(*file.content);
  simdjson::dom::parser parser;
  bool any = false;
  while (const auto text = objects.next()) {
    if (out.stopped()) return {};
    any = true;
    JsonObject object;
    if (parser.parse(text->data(), text->size(), false).get(object) == simdjson::SUCCESS)
      read(objects.at(), object);
    else
      out.gap(objects.at(), "what stands between these braces is no JSON");
  }
  if (objects.problem()) return std::unexpected(*objects.problem());
  if (any && objects.stray())
    out.gap(*objects.stray(), "something else stands between the objects");
  if (!any && !is_empty_array(file)) return fail(Errc::malformed, "there is no JSON object in it");
  return {};
}

Result<void> read_texts(const File& file, Rows& out, const JsonTextReader& read) {
  const std::string_view all = as_text(TRY(file.bytes()));
  if (all.empty()) return fail(Errc::truncated, "the file is empty");
  simdjson::dom::parser parser;
  JsonArray array;
  if (parser.parse(all.data(), all.size()).get(array) != simdjson::SUCCESS)
    return fail(Errc::malformed, "it is no JSON array");
  std::uint64_t index = 0;
  for (const JsonValue value : array) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS)
      read(index, text);
    else
      out.gap(index, "an entry that is no text");
    ++index;
  }
  return {};
}

}  // namespace bridle
