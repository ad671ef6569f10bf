#include "engine/indicator_findings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "detect/claim.h"

namespace bridle {
namespace {

// Messages stay private: of them only the part that an indicator applies to is shown.
bool whole_value(Kind kind) {
  return kind != Kind::content && kind != Kind::text;
}

}  // namespace

std::string_view shortened(std::string_view s, std::size_t longest) {
  if (s.size() <= longest) return s;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(s[end]) & 0xc0) == 0x80) --end;
  return s.substr(0, end);
}

std::vector<NamedTime> times_of(std::span<const Field> fields, std::span<const Value> values) {
  std::vector<NamedTime> out;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const auto* t = std::get_if<Time>(&values[i]))
      out.push_back({.field = std::string(fields[i].name), .at = *t});
  return out;
}

std::span<Finding> IndicatorFindings::of(std::span<const Value> values) {
  seen_.clear();
  findings_.clear();
  for (std::size_t i = 0; i < values.size(); ++i)
    if (const auto* text = std::get_if<std::string_view>(&values[i]); text && !text->empty())
      match(i, *text, values);
  return findings_;
}

void IndicatorFindings::match(std::size_t field, std::string_view text,
                              std::span<const Value> values) {
  const Field& about = artefact_.fields[field];
  if (!indicators_.matcher.may_match(about.kind, text)) return;
  if (unremarkable_.holds(about.kind, text)) return;
  hits_.clear();
  indicators_.matcher.match(about.kind, text, hits_);
  if (hits_.empty()) return unremarkable_.keep(about.kind, text);
  for (const Hit& hit : hits_) {
    const Indicator& indicator = indicators_.packs[hit.pack].indicators[hit.indicator];
    if (says_nothing(artefact_.id, artefact_.trace, indicator)) continue;
    // The same value in two packs, or in two fields of a row, is one finding.
    if (std::ranges::find(seen_, indicator.value) != seen_.end()) continue;
    seen_.push_back(indicator.value);
    Finding f = finding(hit);
    f.field = about.name;
    f.value = shortened(whole_value(about.kind) ? text : hit.value);
    f.times = times_of(artefact_.fields, values);
    findings_.push_back(std::move(f));
  }
}

Finding IndicatorFindings::finding(const Hit& hit) const {
  const Pack& pack = indicators_.packs[hit.pack];
  const Indicator& indicator = pack.indicators[hit.indicator];
  Weight weight = weigh(artefact_.trace, indicator, hit.value);
  Finding f;
  f.claim = weight.claim;
  f.level = weight.level;
  f.rule = "indicator." + std::string(name(indicator.type));
  f.campaign = indicator.campaign;
  f.indicator = Cited{.pack = pack.name,
                      .id = indicator.id,
                      .type = std::string(name(indicator.type)),
                      .value = indicator.value};
  f.artefact = artefact_.id;
  f.why = weight.why;
  f.benign = std::move(weight.benign);
  f.confirm = weight.confirm;
  return f;
}

}  // namespace bridle
