#include <algorithm>

#include "detect/rule.h"

namespace bridle {

const Value* Record::find(std::string_view field) const {
  const auto at = std::ranges::find(fields_, field, &Field::name);
  return at == fields_.end() ? nullptr : &values_[static_cast<std::size_t>(at - fields_.begin())];
}

std::string_view Record::text(std::string_view field) const {
  const Value* v = find(field);
  const auto* s = v ? std::get_if<std::string_view>(v) : nullptr;
  return s ? *s : std::string_view{};
}

std::optional<std::int64_t> Record::number(std::string_view field) const {
  const Value* v = find(field);
  const auto* n = v ? std::get_if<std::int64_t>(v) : nullptr;
  return n ? std::optional(*n) : std::nullopt;
}

std::optional<double> Record::real(std::string_view field) const {
  const Value* v = find(field);
  const auto* n = v ? std::get_if<double>(v) : nullptr;
  return n ? std::optional(*n) : std::nullopt;
}

std::optional<Time> Record::time(std::string_view field) const {
  const Value* v = find(field);
  const auto* t = v ? std::get_if<Time>(v) : nullptr;
  return t ? std::optional(*t) : std::nullopt;
}

bool Record::has(std::string_view field) const {
  const Value* v = find(field);
  return v && !std::holds_alternative<std::monostate>(*v);
}

}  // namespace bridle
