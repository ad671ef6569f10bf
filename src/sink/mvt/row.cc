#include "sink/mvt/row.h"

namespace bridle {
namespace {

template <class T>
std::optional<T> as(const Value& value) {
  const auto* const held = std::get_if<T>(&value);
  return held ? std::optional(*held) : std::nullopt;
}

}  // namespace

Value MvtRow::value(std::string_view field) const {
  if (const auto at = columns.find(field)) return record.values[*at];
  if (joined)
    for (const auto& [name, text] : *joined)
      if (name == field) return std::string_view(text);
  return {};
}

std::string_view MvtRow::text(std::string_view field) const {
  return as<std::string_view>(value(field)).value_or(std::string_view());
}

std::optional<std::int64_t> MvtRow::number(std::string_view field) const {
  return as<std::int64_t>(value(field));
}

std::optional<Time> MvtRow::time(std::string_view field) const {
  return as<Time>(value(field));
}

}  // namespace bridle
