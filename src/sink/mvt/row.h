// A record as the tables of MVT's modules see it: its fields by name, its place, and what other
// records add to it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/zone.h"
#include "sink/record_reader.h"

namespace bridle {

// Where each field of a file of records stands.
class MvtColumns {
 public:
  explicit MvtColumns(std::span<const StoredField> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) at_.emplace(fields[i].name, i);
  }
  std::optional<std::size_t> find(std::string_view field) const {
    const auto at = at_.find(field);
    return at == at_.end() ? std::nullopt : std::optional(at->second);
  }

 private:
  std::map<std::string, std::size_t, std::less<>> at_;
};

// Texts of other records that belong to one, by their field's name.
using MvtJoined = std::vector<std::pair<std::string_view, std::string>>;

struct MvtRow {
  const StoredRecord& record;
  const MvtColumns& columns;
  const Zone& zone;  // of the phone
  const MvtJoined* joined = nullptr;

  // Nothing if the record has no such field.
  Value value(std::string_view field) const;
  std::string_view text(std::string_view field) const;
  std::optional<std::int64_t> number(std::string_view field) const;
  std::optional<Time> time(std::string_view field) const;
};

}  // namespace bridle
