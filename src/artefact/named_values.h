// Rows on their way out, in which numbers of some fields get the words that Android prints for
// them: a store of numbers then reads as the text of the same matter does.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "record/rows.h"

namespace bridle {

struct NamedField {
  std::size_t index;  // of a field of kind text, whose value is the number's digits
  std::string (*name)(std::int64_t number);
};

class NamedValues : public Rows {
 public:
  NamedValues(std::span<const NamedField> fields, Rows& out) : fields_(fields), out_(out) {}

  void push(RowOrigin origin, std::span<const Value> values) override {
    row_.assign(values.begin(), values.end());
    words_.resize(fields_.size());
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      Value& value = row_[fields_[i].index];
      const auto* const digits = std::get_if<std::string_view>(&value);
      const auto known = digits ? number(*digits) : std::nullopt;
      if (!known) continue;
      words_[i] = fields_[i].name(*known);
      value = words_[i].empty() ? Value() : Value(std::string_view(words_[i]));
    }
    out_.push(origin, row_);
  }
  void gap(std::uint64_t at, std::string_view why) override { out_.gap(at, why); }
  bool stopped() const override { return out_.stopped(); }

 private:
  std::span<const NamedField> fields_;
  Rows& out_;
  std::vector<Value> row_;
  std::vector<std::string> words_;
};

// The place of a field among others, at compile time.
template <std::size_t n>
consteval std::size_t index_of(const Field (&fields)[n], std::string_view name) {
  for (std::size_t i = 0; i < n; ++i)
    if (fields[i].name == name) return i;
  std::unreachable();  // no such field: ends the compilation
}

}  // namespace bridle
