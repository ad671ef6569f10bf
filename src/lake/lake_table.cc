#include "lake/lake_table.h"

#include <algorithm>

namespace bridle {
namespace {

constexpr std::string_view kHosts = "_hosts";

}  // namespace

bool is_hosts(std::string_view field) {
  return field.ends_with(kHosts);
}

bool has_hosts_behind(std::string_view field, Kind kind) {
  return (kind == Kind::url || kind == Kind::content) && !is_hosts(field);
}

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
  const std::size_t place = fields_.size();
  fields_.push_back({kept(called), field.kind, kept(field.doc)});
  if (has_hosts_behind(called, field.kind))
    fields_.push_back({kept(called + std::string(kHosts)), Kind::content, "the hosts in it"});
  return place;
}

const Artefact& LakeTable::artefact() {
  artefact_.fields = fields_;
  return artefact_;
}

}  // namespace bridle
