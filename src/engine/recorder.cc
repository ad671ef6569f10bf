#include "engine/recorder.h"

#include <algorithm>
#include <utility>

namespace bridle {
namespace {

constexpr std::size_t kMostGaps = 1000;
// Reasons may name a part of a file, as an archive does its members, by 64 KB.
constexpr std::size_t kLongestReason = 600;

bool among(std::span<const std::string_view> all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

}  // namespace

Recorder::Recorder(const Artefact& artefact, const Detection& detection, RecordFile& file,
                   const std::atomic<bool>& stop)
    : artefact_(artefact),
      detection_(detection),
      file_(file),
      stop_(stop),
      indicators_(artefact, detection.indicators) {
  for (std::size_t i = 0; i < detection.rules.size(); ++i)
    if (among(detection.rules[i]->watches, artefact.id)) watching_.push_back(i);
}

void Recorder::push(RowOrigin origin, std::span<const Value> values) {
  ++records;
  beat();
  file_.append({.exhibit = place_.exhibit,
                .path = place_.path,
                .domain = place_.domain,
                .sha256 = place_.sha256,
                .row = origin.row,
                .recovered = origin.recovered},
               values);
  for (Finding& f : indicators_.of(values)) keep(std::move(f), origin);
  if (!watching_.empty()) watch(values, origin);
}

void Recorder::keep(Finding finding, RowOrigin origin) {
  if (findings.size() == kMostFindings) {
    ++findings_left_out;
    return;
  }
  finding.exhibit = place_.exhibit;
  finding.locator = locator(origin);
  findings.push_back(std::move(finding));
}

void Recorder::watch(std::span<const Value> values, RowOrigin origin) {
  const Record record(artefact_.id, artefact_.fields, values, origin.row);
  for (const std::size_t rule : watching_) {
    fresh_.clear();
    detection_.rules[rule]->watch(record, fresh_);
    for (Note& note : fresh_) {
      note.exhibit = place_.exhibit;
      note.artefact = artefact_.id;
      note.locator = locator(origin);
      note.times = times_of(artefact_.fields, values);
      note.value = shortened(note.value);
      notes.push_back({.rule = rule, .note = std::move(note)});
    }
  }
}

void Recorder::gap(std::uint64_t at, std::string_view why) {
  beat();
  if (gaps.size() == kMostGaps) {
    ++gaps_left_out;
    return;
  }
  gaps.push_back({.exhibit = place_.exhibit,
                  .path = place_.path,
                  .artefact = std::string(artefact_.id),
                  .at = at,
                  .why = std::string(shortened(why, kLongestReason))});
}

Locator Recorder::locator(RowOrigin origin) const {
  return {.path = place_.path,
          .domain = place_.domain,
          .sha256 = place_.sha256,
          .table = std::string(artefact_.table),
          .row = origin.row,
          .recovered = std::string(origin.recovered)};
}

}  // namespace bridle
