// Where a parser puts its rows.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/time.h"
#include "record/field.h"

namespace bridle {

using Value = std::variant<std::monostate, std::int64_t, double, Time, std::string_view>;

template <class V>
constexpr bool fits(Kind kind) {
  if (kind == Kind::time) return std::is_convertible_v<V, std::optional<Time>>;
  if (kind == Kind::number)
    return std::is_convertible_v<V, std::optional<std::int64_t>> && !std::is_floating_point_v<V>;
  if (kind == Kind::real) return std::is_convertible_v<V, std::optional<double>>;
  return std::is_convertible_v<V, std::optional<std::string_view>>;
}

// An empty value for an empty optional; text of any sort becomes a view.
template <class V>
Value value_of(const std::optional<V>& v);
template <class V>
Value value_of(const V& v) {
  if constexpr (std::is_same_v<V, Value> || std::is_same_v<V, Time>)
    return v;
  else if constexpr (std::is_integral_v<V>)
    return static_cast<std::int64_t>(v);
  else if constexpr (std::is_floating_point_v<V>)
    return static_cast<double>(v);
  else if constexpr (std::is_same_v<V, std::nullopt_t>)
    return {};
  else
    return std::string_view(v);
}
template <class V>
Value value_of(const std::optional<V>& v) {
  return v ? value_of(*v) : Value();
}

// The place of a row in its source.
struct RowOrigin {
  std::uint64_t row = 0;  // a rowid, a byte offset, an index; 0 if a deleted row's is lost
  // Where the row lay that its store had deleted ("free block of page 12, byte 45077"); else empty.
  std::string_view recovered = {};

  RowOrigin(std::uint64_t number, std::string_view from = {}) : row(number), recovered(from) {}
};

class Rows {
 public:
  virtual ~Rows() = default;

  // Takes one row. The texts need to live only until the call returns.
  virtual void push(RowOrigin origin, std::span<const Value> values) = 0;

  // Notes a place that could not be read. The report lists it; parsing goes on.
  virtual void gap(std::uint64_t at, std::string_view why) = 0;

  // True once the person has asked to stop: a long parse should then return what it has.
  virtual bool stopped() const { return false; }

  // As push(), with the number and the types of the values checked against the fields when
  // compiled.
  template <const auto& fields, class... V>
  void row(RowOrigin origin, const V&... values) {
    static_assert(sizeof...(V) == std::size(fields), "one value for each field");
    []<std::size_t... i>(std::index_sequence<i...>) {
      static_assert((fits<V>(fields[i].kind) && ...), "a value does not fit its field's kind");
    }(std::index_sequence_for<V...>{});
    const Value row[] = {value_of(values)...};
    push(origin, row);
  }
};

}  // namespace bridle
