#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "detect/indicator/collect.h"
#include "detect/indicator/json.h"
#include "detect/indicator/misp_type.h"
#include "detect/indicator/readers.h"

namespace bridle {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

constexpr unsigned kDeepest = 8;

void read_attribute(element attribute, const std::string& campaign, Pack& pack) {
  Indicator about{};
  about.id = text_member(attribute, "uuid").value_or("attribute");
  about.campaign = campaign;
  about.dual_use = says_dual_use(campaign);
  const auto type = text_member(attribute, "type").value_or("");
  const auto value = text_member(attribute, "value");
  if (!value) return skip(pack, std::move(about.id), "no value");
  if (!bool_member(attribute, "to_ids").value_or(true))
    return skip(pack, std::move(about.id), "not meant for detection: to_ids is false");
  for (const MispPart& part : misp_parts(type, *value)) {
    if (part.type)
      collect(pack, about, *part.type, part.value);
    else
      skip(pack, about.id, "attributes of type " + std::string(type) + " are not used");
  }
}

// Attributes of an event, and of the objects in it.
void read_members(element event, const std::string& campaign, unsigned depth, Pack& pack) {
  if (depth > kDeepest) return;
  if (const auto attributes = array_member(event, "Attribute"))
    for (const element attribute : *attributes) read_attribute(attribute, campaign, pack);
  const auto objects = array_member(event, "Object");
  if (!objects) return;
  for (const element object : *objects) {
    const auto comment = text_member(object, "comment").value_or("");
    const std::string inner = comment.empty() ? campaign : std::string(comment);
    read_members(object, inner, depth + 1, pack);
  }
}

std::optional<element> inside(element value, std::string_view name) {
  element out;
  if (value[name].get(out) != simdjson::SUCCESS) return {};
  return out;
}

void read_event(element event, Pack& pack) {
  if (const auto inner = inside(event, "Event")) event = *inner;
  const std::string campaign(text_member(event, "info").value_or(""));
  read_members(event, campaign, 0, pack);
}

}  // namespace

bool is_misp(element root) {
  return inside(root, "Event") || inside(root, "Attribute") || inside(root, "response") ||
         inside(root, "Object");
}

Result<void> read_misp(element root, Pack& pack) {
  if (const auto events = array_member(root, "response")) {
    for (const element event : *events) read_event(event, pack);
    return {};
  }
  read_event(root, pack);
  return {};
}

}  // namespace bridle
