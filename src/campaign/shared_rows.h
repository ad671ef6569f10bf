// The rows of artefacts over the phones of a lake.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "lake/lake.h"
#include "lake/lake_rows.h"
#include "record/rows.h"

namespace bridle::campaign {

// A record with its values by their place among the fields that were asked for.
struct SharedRow {
  const LakeRecord& record;

  std::string_view phone() const { return record.case_name; }
  std::string_view text(std::size_t i) const { return as<std::string_view>(i).value_or(""); }
  std::int64_t number(std::size_t i) const { return as<std::int64_t>(i).value_or(0); }
  double real(std::size_t i) const { return as<double>(i).value_or(0); }
  std::optional<Time> time(std::size_t i) const { return as<Time>(i); }

  template <class V>
  std::optional<V> as(std::size_t i) const {
    const auto* v = i < record.values.size() ? std::get_if<V>(&record.values[i]) : nullptr;
    return v ? std::optional(*v) : std::nullopt;
  }
};

// The lake as it is while this lives: what is added or removed meanwhile changes nothing.
class SharedRows {
 public:
  // Errc::missing if there is no lake there, Errc::io.
  static Result<SharedRows> open(const std::filesystem::path& lake);

  // Those phones that have no single row, too.
  std::set<std::string> phones() const;

  // Calls for each row; a field named "" gives nothing. Errc::io, Errc::malformed: half a lake
  // would be judged as if it were the whole.
  Result<void> each(std::string_view artefact, std::span<const std::string_view> fields,
                    const std::function<void(const SharedRow&)>& on) const;

 private:
  SharedRows(Lake lake, LakeView view) : lake_(std::move(lake)), view_(std::move(view)) {}

  Lake lake_;
  LakeView view_;
};

}  // namespace bridle::campaign
