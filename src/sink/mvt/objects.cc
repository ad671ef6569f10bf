#include "sink/mvt/objects.h"

#include <algorithm>

#include "sink/json.h"

namespace bridle {
namespace {

// How many objects the list's name lies in: its head must leave them open.
unsigned levels(std::span<const MvtList> lists) {
  return lists.empty() ? 0U : static_cast<unsigned>(std::ranges::count(lists.front().name, '/'));
}

bool wanted(const MvtKey& key, const MvtRow& row) {
  if (key.when == MvtWhen::not_zero) return row.number(key.field).value_or(0) != 0;
  return key.when == MvtWhen::always ||
         !std::holds_alternative<std::monostate>(row.value(key.field));
}

}  // namespace

MvtObjects::Group MvtObjects::group_of(const MvtRow& row, std::span<const MvtKey> keys,
                                       std::span<const MvtList> lists, unsigned depth,
                                       bool& anything) {
  const bool plain = keys.size() == 1 && keys.front().name.empty();
  MvtMembers members(depth + 1);
  for (const MvtKey& key : keys) {
    if (!wanted(key, row)) continue;
    if (!plain) members.key(key.name.starts_with("=") ? row.text(key.name.substr(1)) : key.name);
    key.form(members, row, key.field);
  }
  anything = members.anything();
  const unsigned open = std::min(members.open(), levels(lists));
  return {.head = members.take(open), .open = open};
}

void MvtObjects::fill(Group& group, const MvtRow& row, std::span<const MvtList> lists,
                      unsigned depth) {
  group.lists.resize(lists.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (lists[i].keep && !lists[i].keep(row)) continue;
    bool anything = false;
    Group item = group_of(row, lists[i].keys, lists[i].inner, depth + 2 + group.open, anything);
    if (!anything) continue;
    std::vector<Group>& items = group.lists[i];
    if (lists[i].inner.empty() || items.empty() || items.back().head != item.head)
      items.push_back(std::move(item));
    fill(items.back(), row, lists[i].inner, depth + 2 + group.open);
  }
}

std::string MvtObjects::json(const Group& group, std::span<const MvtList> lists, unsigned depth) {
  std::string out = "{" + group.head;
  const unsigned inside = depth + 1 + group.open;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const std::string_view name = lists[i].name;
    out += (out.back() == '{' ? "\n" : ",\n") + mvt_indent(inside);
    append_json(out, name.substr(name.rfind('/') + 1));
    const std::vector<Group>& items = group.lists[i];
    if (lists[i].count) {
      out += ": " + std::to_string(items.size());
      continue;
    }
    const bool plain = lists[i].keys.size() == 1 && lists[i].keys.front().name.empty();
    out += ": [";
    for (std::size_t n = 0; n < items.size(); ++n)
      out += (n > 0 ? ",\n" : "\n") + mvt_indent(inside + 1) +
             (plain ? items[n].head : json(items[n], lists[i].inner, inside + 1));
    out += items.empty() ? "]" : "\n" + mvt_indent(inside) + "]";
  }
  for (unsigned n = inside; n > depth; --n) out += "\n" + mvt_indent(n - 1) + "}";
  return out;
}

void MvtObjects::add(const MvtRow& row, const std::vector<std::size_t>& about) {
  bool anything = false;
  Group group = group_of(row, source_.keys, source_.lists, 0, anything);
  std::size_t at = groups_.size();
  if (source_.whole) {
    at = by_head_.try_emplace(group.head, at).first->second;
  } else if (!groups_.empty() && (source_.lists.empty() || groups_.back().head != group.head)) {
    end();
    at = 0;
  } else if (!groups_.empty()) {
    at = 0;
  }
  if (at == groups_.size()) groups_.push_back(std::move(group));
  groups_[at].about.insert(groups_[at].about.end(), about.begin(), about.end());
  fill(groups_[at], row, source_.lists, 0);
}

void MvtObjects::end() {
  for (const Group& group : groups_) sink_(json(group, source_.lists, 0), group.about);
  groups_.clear();
  by_head_.clear();
}

}  // namespace bridle
