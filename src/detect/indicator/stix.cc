// STIX 2.0 and 2.1 bundles, strictly or loosely made: packs for phones use object types of their
// own and leave out most of what the standard asks for.
#include <string>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "detect/indicator/collect.h"
#include "detect/indicator/json.h"
#include "detect/indicator/readers.h"
#include "detect/indicator/stix_pattern.h"

namespace bridle {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

struct Collection {
  std::string name;
  bool dual_use = false;
};

// What indicators belong to: reports by their lists, the rest through relationships.
struct Groups {
  std::unordered_map<std::string_view, Collection> named;            // by id of malware etc.
  std::unordered_map<std::string_view, Collection> reported;         // by id of the indicator
  std::unordered_map<std::string_view, std::string_view> indicated;  // indicator to malware etc.

  Collection of(std::string_view indicator) const {
    if (const auto report = reported.find(indicator); report != reported.end())
      return report->second;
    const auto target = indicated.find(indicator);
    if (target == indicated.end()) return {};
    const auto known = named.find(target->second);
    return known == named.end() ? Collection() : known->second;
  }
};

bool has_dual_use_label(element object) {
  for (const std::string_view member : {"labels", "indicator_types"}) {
    const auto labels = array_member(object, member);
    if (!labels) continue;
    for (const element label : *labels) {
      std::string_view text;
      if (label.get(text) == simdjson::SUCCESS && says_dual_use(text)) return true;
    }
  }
  return false;
}

Collection collection_of(element object) {
  Collection out;
  out.name = text_member(object, "name").value_or("");
  out.dual_use = says_dual_use(out.name) || has_dual_use_label(object);
  return out;
}

void group_report(element object, Groups& groups) {
  const auto listed = array_member(object, "object_refs");
  if (!listed) return;
  for (const element ref : *listed) {
    std::string_view id;
    if (ref.get(id) == simdjson::SUCCESS && id.starts_with("indicator--"))
      groups.reported.try_emplace(id, collection_of(object));
  }
}

void group(element object, Groups& groups) {
  const auto type = text_member(object, "type").value_or("");
  if (type == "indicator") return;
  const auto id = text_member(object, "id").value_or("");
  if (type == "report" || type == "grouping") return group_report(object, groups);
  if (type == "relationship") {
    const auto source = text_member(object, "source_ref");
    const auto target = text_member(object, "target_ref");
    if (source && target && source->starts_with("indicator--"))
      groups.indicated.try_emplace(*source, *target);
    return;
  }
  for (const std::string_view kind :
       {"malware", "campaign", "threat-actor", "intrusion-set", "tool"})
    if (type == kind) groups.named.try_emplace(id, collection_of(object));
}

void read_indicator(element object, const Groups& groups, std::size_t index, Pack& pack) {
  const auto id_text = text_member(object, "id");
  Indicator about{};
  about.id = id_text ? std::string(*id_text) : line_id(pack, index);
  if (bool_member(object, "revoked").value_or(false))
    return skip(pack, std::move(about.id), "revoked");
  const auto language = text_member(object, "pattern_type").value_or("stix");
  if (language != "stix")
    return skip(pack, std::move(about.id),
                "a pattern in another language: " + std::string(language));
  const auto pattern = text_member(object, "pattern");
  if (!pattern) return skip(pack, std::move(about.id), "no pattern");

  Collection collection = groups.of(id_text.value_or(""));
  about.campaign = std::move(collection.name);
  about.dual_use = collection.dual_use || has_dual_use_label(object);
  about.from = parse_time(text_member(object, "valid_from").value_or(""));
  about.until = parse_time(text_member(object, "valid_until").value_or(""));
  StixPattern parsed = parse_stix_pattern(*pattern);
  for (std::string& why : parsed.refused) skip(pack, about.id, std::move(why));
  for (const StixValue& value : parsed.values) {
    if (value.compared == Compared::equal)
      collect(pack, about, value.type, value.value);
    else
      collect_pattern(pack, about, value.type, value.compared, value.value);
  }
}

// The objects of a bundle, of a list (also of bundles), or the one object there is.
template <class Each>
bool for_each_object(element root, unsigned depth, const Each& each) {
  if (depth > 3) return false;
  array list;
  if (root.get(list) == simdjson::SUCCESS) {
    bool any = false;
    for (const element item : list) any |= for_each_object(item, depth + 1, each);
    return any;
  }
  if (const auto objects = array_member(root, "objects")) {
    for (const element object : *objects) each(object);
    return true;
  }
  if (!text_member(root, "type")) return false;
  each(root);
  return true;
}

}  // namespace

Result<void> read_stix(element root, Pack& pack) {
  Groups groups;
  const bool any = for_each_object(root, 0, [&](element object) { group(object, groups); });
  if (!any) return fail(Errc::malformed, "JSON, but neither a STIX bundle nor a MISP event");
  std::size_t index = 0;
  for_each_object(root, 0, [&](element object) {
    ++index;
    if (text_member(object, "type") == "indicator") read_indicator(object, groups, index, pack);
  });
  return {};
}

}  // namespace bridle
