// The list of TinyCheck and SpyGuard: {"iocs": [{"type", "tag", "tlp", "value"}]}.
//
// Much of it is about networks that a helper looks at live: whole countries' hosters, free names,
// name servers, certificates of servers, rules for Snort. Such entries, and trackers of
// advertising, fit ordinary phones and are skipped by type or tag.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "detect/indicator/collect.h"
#include "detect/indicator/json.h"
#include "detect/indicator/readers.h"

namespace bridle {
namespace {

using simdjson::dom::element;

std::optional<IndicatorType> type_of(std::string_view word) {
  if (word == "domain") return IndicatorType::domain;
  if (word == "ip4addr" || word == "ip6addr") return IndicatorType::ip;
  if (word == "cidr") return IndicatorType::cidr;
  return {};
}

bool is_of_attacks(std::string_view tag) {
  constexpr std::array<std::string_view, 8> kTags = {
      "apt", "spyware", "stalkerware", "pegasus", "malware", "cybercrime", "dual", "watchware"};
  return std::ranges::find(kTags, tag) != kTags.end();
}

void read_entry(element entry, std::size_t index, Pack& pack) {
  const auto type = text_member(entry, "type").value_or("");
  const auto tag = text_member(entry, "tag").value_or("");
  const auto value = text_member(entry, "value");
  Indicator about{};
  about.id = line_id(pack, index + 1);
  about.campaign = tag;
  about.dual_use = tag == "dual" || tag == "watchware";
  const auto known = type_of(type);
  if (!value) return skip(pack, std::move(about.id), "no value");
  if (!known)
    return skip(pack, std::move(about.id), "values of type " + std::string(type) + " are not used");
  if (!is_of_attacks(tag))
    return skip(pack, std::move(about.id),
                "what is tagged " + std::string(tag) + " is no trace of an attack");
  collect(pack, about, *known, *value);
}

}  // namespace

bool is_tinycheck(element root) {
  return array_member(root, "iocs").has_value();
}

Result<void> read_tinycheck(element root, Pack& pack) {
  const auto entries = array_member(root, "iocs");
  if (!entries) return {};
  std::size_t index = 0;
  for (const element entry : *entries) read_entry(entry, index++, pack);
  return {};
}

}  // namespace bridle
