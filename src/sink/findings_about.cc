#include "sink/findings_about.h"

namespace bridle {

FindingsAbout::FindingsAbout(const Outcome& outcome, std::string_view artefact)
    : outcome_(outcome) {
  for (std::size_t i = 0; i < outcome.findings.size(); ++i)
    if (outcome.findings[i].artefact == artefact)
      by_row_[outcome.findings[i].locator.row].push_back(i);
}

std::vector<std::size_t> FindingsAbout::record(const StoredRecord& record) const {
  std::vector<std::size_t> out;
  const auto at = by_row_.find(record.row);
  if (at == by_row_.end()) return out;
  for (const std::size_t i : at->second) {
    const Finding& f = outcome_.findings[i];
    if (f.locator.path == record.path && f.locator.domain == record.domain &&
        f.locator.recovered == record.recovered && exhibit_id(f.exhibit) == record.exhibit)
      out.push_back(i);
  }
  return out;
}

}  // namespace bridle
