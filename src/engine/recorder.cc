#include "engine/recorder.h"

#include <algorithm>
#include <utility>

#include "detect/claim.h"

namespace bridle {
namespace {

// A pack that lists a popular site can hit every row of a phone: what goes beyond is counted.
constexpr std::size_t kMostFindings = 5000;
constexpr std::size_t kMostGaps = 1000;
constexpr std::size_t kLongestValue = 2000;
// Reasons may name a part of a file, as an archive does its members, by 64 KB.
constexpr std::size_t kLongestReason = 600;

std::string_view shortened(std::string_view s, std::size_t longest = kLongestValue) {
  if (s.size() <= longest) return s;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(s[end]) & 0xc0) == 0x80) --end;
  return s.substr(0, end);
}

bool among(std::span<const std::string_view> all, std::string_view one) {
  return std::ranges::find(all, one) != all.end();
}

// Messages stay private: of them only the part that an indicator applies to is shown.
bool whole_value(Kind kind) {
  return kind != Kind::content && kind != Kind::text;
}

}  // namespace

Recorder::Recorder(const Artefact& artefact, const Detection& detection, RecordFile& file,
                   const std::atomic<bool>& stop)
    : artefact_(artefact), detection_(detection), file_(file), stop_(stop) {
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
  seen_.clear();
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const auto* text = std::get_if<std::string_view>(&values[i]); text && !text->empty())
      match(i, *text, values, origin);
  if (!watching_.empty()) watch(values, origin);
}

void Recorder::match(std::size_t field, std::string_view text, std::span<const Value> values,
                     RowOrigin origin) {
  const Field& about = artefact_.fields[field];
  if (!detection_.matcher.may_match(about.kind, text)) return;
  if (unremarkable_.holds(about.kind, text)) return;
  hits_.clear();
  detection_.matcher.match(about.kind, text, hits_);
  if (hits_.empty()) return unremarkable_.keep(about.kind, text);
  for (const Hit& hit : hits_) {
    const Pack& pack = detection_.packs[hit.pack];
    const Indicator& indicator = pack.indicators[hit.indicator];
    if (says_nothing(artefact_.id, artefact_.trace, indicator)) continue;
    // The same value in two packs, or in two fields of a row, is one finding.
    if (among(seen_, indicator.value)) continue;
    seen_.push_back(indicator.value);
    if (findings.size() == kMostFindings) {
      ++findings_left_out;
      continue;
    }
    const Weight weight = weigh(artefact_.trace, indicator, hit.value);
    Finding f;
    f.claim = weight.claim;
    f.level = weight.level;
    f.rule = "indicator." + std::string(name(indicator.type));
    f.campaign = indicator.campaign;
    f.indicator = Cited{.pack = pack.name,
                        .id = indicator.id,
                        .type = std::string(name(indicator.type)),
                        .value = indicator.value};
    f.exhibit = place_.exhibit;
    f.artefact = artefact_.id;
    f.locator = locator(origin);
    f.field = about.name;
    f.value = shortened(whole_value(about.kind) ? text : hit.value);
    f.times = times(values);
    f.why = weight.why;
    f.benign = weight.benign;
    f.confirm = weight.confirm;
    findings.push_back(std::move(f));
  }
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
      note.times = times(values);
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

std::vector<NamedTime> Recorder::times(std::span<const Value> values) const {
  std::vector<NamedTime> out;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const auto* t = std::get_if<Time>(&values[i]))
      out.push_back({.field = std::string(artefact_.fields[i].name), .at = *t});
  return out;
}

}  // namespace bridle
