// The rows of one artefact over the phones of a lake.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "record/rows.h"

namespace bridle::campaign {

// Texts live until the call returns.
struct SharedRow {
  std::string_view phone;  // name of its case
  std::string_view exhibit, path, sha256;
  std::uint64_t row = 0;
  std::span<const Value> values;  // of the fields asked for; empty where a store has none

  std::string_view text(std::size_t i) const { return as<std::string_view>(i).value_or(""); }
  std::int64_t number(std::size_t i) const { return as<std::int64_t>(i).value_or(0); }
  double real(std::size_t i) const { return as<double>(i).value_or(0); }
  std::optional<Time> time(std::size_t i) const { return as<Time>(i); }

  template <class V>
  std::optional<V> as(std::size_t i) const {
    const auto* v = i < values.size() ? std::get_if<V>(&values[i]) : nullptr;
    return v ? std::optional(*v) : std::nullopt;
  }
};

// Calls for each row. An artefact that no phone has gives none. Errc::io if something cannot be
// read: half a lake would be judged as if it were the whole.
Result<void> shared_rows(const std::filesystem::path& lake, std::string_view artefact,
                         std::span<const std::string_view> fields,
                         const std::function<void(const SharedRow&)>& on);

// The phones it has, also those without a single row; sorted. Errc::missing if it is no lake.
Result<std::vector<std::string>> phones_in(const std::filesystem::path& lake);

}  // namespace bridle::campaign
