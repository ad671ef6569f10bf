// The columns of one artefact in a lake: those of a case's records, with the phone's case in front,
// and the fields that any version of the artefact had. Behind a field of links or of words stands
// "NAME_hosts", the hosts in it a line each, which are few where links are many: a hunt looks at
// them in place of the links.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "artefact/artefact.h"
#include "sink/record_layout.h"
#include "sink/record_reader.h"

namespace bridle {

inline constexpr std::string_view kCaseField = "case";

// Whether a field of a lake has its hosts behind it, and whether it is such hosts.
bool has_hosts_behind(std::string_view field, Kind kind);
bool is_hosts(std::string_view field);

// A column that a hunt looks at: the field's place, and whether it holds the hosts of the one
// before it, in whose place it is looked at.
struct SearchedColumn {
  std::size_t field;
  Kind kind;
  bool hosts;
};

// Of any list of named fields with kinds. Without `by_hosts` the links are looked at themselves.
template <class Fields>
std::vector<SearchedColumn> searched_columns(const Fields& fields, bool by_hosts) {
  std::vector<SearchedColumn> out;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!is_text(fields[i].kind) || is_hosts(fields[i].name)) continue;
    const bool behind = by_hosts && i + 1 < fields.size() &&
                        has_hosts_behind(fields[i].name, fields[i].kind) &&
                        is_hosts(fields[i + 1].name);
    out.push_back({.field = i + behind, .kind = fields[i].kind, .hosts = behind});
  }
  return out;
}

class LakeTable {
 public:
  LakeTable();
  LakeTable(LakeTable&&) = delete;  // the artefact looks into it

  // Adds the fields that are new, and says which of the table's each of the file's is. A field that
  // changed its kind is another field, "name_kind".
  std::vector<std::size_t> place(const RecordReader& file);

  // What RecordFile writes; its first field is the case's name.
  const Artefact& artefact();

 private:
  std::string_view kept(std::string_view text) { return texts_.emplace_back(text); }
  std::size_t place(const StoredField& field);

  std::deque<std::string> texts_;
  std::vector<Field> fields_;
  Artefact artefact_;
};

}  // namespace bridle
