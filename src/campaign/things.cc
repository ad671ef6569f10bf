#include "campaign/things.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_map>

#include "artefact/artefact.h"
#include "base/text.h"
#include "detect/indicator/hash.h"

namespace bridle::campaign {
namespace {

constexpr std::size_t kNoTime = 0;

// The fields of an artefact that name things; before them the first of its times, or "".
struct Store {
  std::string_view artefact, title;
  std::vector<std::string_view> fields = {""};
  std::vector<Kind> kinds = {Kind::time};
};

std::vector<Store> stores() {
  std::vector<Store> out;
  for (const Artefact* one : artefacts()) {
    Store store{.artefact = one->id, .title = one->title};
    for (const Field& field : one->fields) {
      if (field.kind == Kind::time && store.fields[kNoTime].empty())
        store.fields[kNoTime] = field.name;
      if (std::ranges::find(kThingKinds, field.kind) == kThingKinds.end()) continue;
      store.fields.push_back(field.name);
      store.kinds.push_back(field.kind);
    }
    if (store.fields.size() > 1) out.push_back(std::move(store));
  }
  return out;
}

std::string comparable(Kind kind, std::string_view value) {
  switch (kind) {
    case Kind::app:
      return lower(value.substr(0, value.find(':')));
    case Kind::process:
      return std::string(value.substr(value.rfind('/') + 1));
    default: {
      std::string out = lower(value);
      std::erase(out, ':');
      return out;
    }
  }
}

std::uint64_t key_of(Kind kind, std::string_view id) {
  Hash hash;
  hash.add(name(kind));
  hash.add(id);
  return hash.value();
}

struct Seen {
  Kind kind;
  std::uint64_t key;
  std::string_view id;
  const Store& store;
  const SharedRow& row;
};

// Calls on() for each thing that a row names.
Result<void> each_thing(const SharedRows& lake, const std::function<void(const Seen&)>& on) {
  for (const Store& store : stores())
    TRY(lake.each(store.artefact, store.fields, [&](const SharedRow& row) {
      for (std::size_t i = 1; i < store.fields.size(); ++i) {
        const std::string id = comparable(store.kinds[i], row.text(i));
        if (!id.empty()) on({store.kinds[i], key_of(store.kinds[i], id), id, store, row});
      }
    }));
  return {};
}

void add(std::vector<std::uint32_t>& phones, std::uint32_t phone) {
  if (phones.empty() || phones.back() != phone) phones.push_back(phone);
}

void once_each(std::vector<std::uint32_t>& phones) {
  std::ranges::sort(phones);
  phones.erase(std::ranges::unique(phones).begin(), phones.end());
}

std::size_t place_of(Kind kind) {
  return static_cast<std::size_t>(std::ranges::find(kThingKinds, kind) - kThingKinds.begin());
}

}  // namespace

Result<Things> read_things(const SharedRows& lake, const std::set<std::uint32_t>& reached,
                           Words& words) {
  Things out;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> on_reached;
  TRY(each_thing(lake, [&](const Seen& seen) {
    const std::uint32_t phone = words.phones.number_of(seen.row.phone());
    add(out.showing[place_of(seen.kind)], phone);
    if (reached.contains(phone)) add(on_reached[seen.key], phone);
  }));
  for (auto& phones : out.showing) once_each(phones);
  std::unordered_map<std::uint64_t, Thing> shared;
  for (auto& [key, phones] : on_reached) {
    once_each(phones);
    if (phones.size() > 1) shared[key];
  }
  on_reached.clear();
  TRY(each_thing(lake, [&](const Seen& seen) {
    const auto known = shared.find(seen.key);
    if (known == shared.end()) return;
    Thing& thing = known->second;
    thing.kind = seen.kind;
    if (thing.id.empty()) thing.id = seen.id;
    add(thing.phones, words.phones.number_of(seen.row.phone()));
  }));
  for (auto& [key, thing] : shared) {
    once_each(thing.phones);
    out.all.push_back(std::move(thing));
  }
  std::ranges::sort(out.all, {}, [](const Thing& one) { return std::tie(one.kind, one.id); });
  return out;
}

Result<std::vector<std::vector<Evidence>>> evidence_of(const SharedRows& lake,
                                                       const std::vector<const Thing*>& things) {
  std::vector<std::vector<Evidence>> out(things.size());
  if (things.empty()) return out;
  std::unordered_map<std::uint64_t, std::size_t> places;
  for (std::size_t i = 0; i < things.size(); ++i)
    places[key_of(things[i]->kind, things[i]->id)] = i;
  std::set<std::tuple<std::size_t, std::string_view, std::string>> told;  // thing, artefact, phone
  TRY(each_thing(lake, [&](const Seen& seen) {
    const auto place = places.find(seen.key);
    if (place == places.end()) return;
    const LakeRecord& record = seen.row.record;
    const std::string phone(record.case_name);
    if (!told.emplace(place->second, seen.store.artefact, phone).second) return;
    out[place->second].push_back({.phone = phone,
                                  .time = seen.row.time(kNoTime).value_or(kEarliest),
                                  .what = std::string(seen.store.title),
                                  .source = source_of(record, 0, seen.store.artefact),
                                  .row = record.row});
  }));
  return out;
}

}  // namespace bridle::campaign
