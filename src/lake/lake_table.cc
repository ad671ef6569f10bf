#include "lake/lake_table.h"

#include <algorithm>

namespace bridle {

LakeTable::LakeTable()
    : fields_{{kCaseField, Kind::text, "the case, as it was called when it was added"}},
      artefact_{.id = {},
                .title = {},
                .reads = {},
                .fields = {},
                .trace = Trace::stored,  // not written down
                .parse = nullptr} {}

std::vector<std::size_t> LakeTable::place(const RecordReader& file) {
  if (artefact_.id.empty()) {
    artefact_.id = kept(file.artefact());
    artefact_.title = kept(file.title());
    artefact_.row = kept(file.row());
    artefact_.table = kept(file.table());
  }
  std::vector<std::size_t> out;
  for (const StoredField& field : file.fields()) out.push_back(place(field));
  return out;
}

std::size_t LakeTable::place(const StoredField& field) {
  std::string called = field.name;
  const auto at = std::ranges::find(fields_, called, &Field::name);
  if (at != fields_.end() && at->kind != field.kind) called += "_" + std::string(name(field.kind));
  const auto same = std::ranges::find(fields_, called, &Field::name);
  if (same != fields_.end()) return static_cast<std::size_t>(same - fields_.begin());
  fields_.push_back({kept(called), field.kind, kept(field.doc)});
  return fields_.size() - 1;
}

const Artefact& LakeTable::artefact() {
  artefact_.fields = fields_;
  return artefact_;
}

}  // namespace bridle
