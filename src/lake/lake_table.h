// The columns of one artefact in a lake: those of a case's records, with the phone's case in front,
// and the fields that any version of the artefact had.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "artefact/artefact.h"
#include "sink/record_reader.h"

namespace bridle {

inline constexpr std::string_view kCaseField = "case";

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
