#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "sink/json_members.h"
#include "sink/result.h"

namespace bridle {
namespace {

namespace dom = simdjson::dom;

using json::objects;
using json::text;

std::uint64_t whole(const dom::object& from, std::string_view key) {
  std::uint64_t out{};
  return from[key].get(out) == simdjson::SUCCESS ? out : 0;
}

std::vector<std::string> texts(const dom::object& from, std::string_view key) {
  dom::array list;
  std::vector<std::string> out;
  if (from[key].get(list) != simdjson::SUCCESS) return out;
  for (const dom::element one : list)
    if (std::string_view s; one.get(s) == simdjson::SUCCESS) out.emplace_back(s);
  return out;
}

std::optional<dom::object> object(const dom::object& from, std::string_view key) {
  dom::object out;
  if (from[key].get(out) != simdjson::SUCCESS) return {};
  return out;
}

// The enum value that name() calls so; the last one if there is none.
template <class E>
E named(std::string_view word, E last) {
  for (int i = 0; i < static_cast<int>(last); ++i)
    if (name(static_cast<E>(i)) == word) return static_cast<E>(i);
  return last;
}

// "F-0012" is 11; nothing if it is no id of a list that long.
std::optional<std::size_t> index_of(std::string_view id, std::size_t size) {
  if (id.size() < 3 || id[1] != '-') return {};
  const auto n = number(id.substr(2));
  if (!n || *n < 1 || static_cast<std::uint64_t>(*n) > size) return {};
  return static_cast<std::size_t>(*n - 1);
}

std::size_t exhibit_of(const dom::object& from, const Outcome& outcome) {
  return index_of(text(from, "exhibit"), outcome.exhibits.size()).value_or(0);
}

Received read_exhibit(const dom::object& from) {
  Received out{.kind = text(from, "kind"), .sha256 = text(from, "sha256")};
  if (const auto device = object(from, "device")) {
    out.device.model = text(*device, "model");
    out.device.os = text(*device, "os");
  }
  return out;
}

AppliedPack read_pack_entry(const dom::object& from) {
  AppliedPack out{.name = text(from, "name"),
                  .sha256 = text(from, "sha256"),
                  .indicators = whole(from, "indicators")};
  for (const dom::object& one : objects(from, "skipped"))
    out.skipped.push_back({text(one, "id"), text(one, "why")});
  return out;
}

void read_locator(const dom::object& from, Locator& out) {
  out = {.path = text(from, "path"),
         .domain = text(from, "domain"),
         .sha256 = text(from, "sha256"),
         .table = text(from, "table"),
         .row = whole(from, "row"),
         .recovered = text(from, "recovered")};
}

Finding read_finding(const dom::object& from, const Outcome& outcome, std::size_t count) {
  Finding out{.claim = named(text(from, "class"), Class::context),
              .level = named(text(from, "level"), Level::lead),
              .rule = text(from, "rule"),
              .campaign = text(from, "campaign"),
              .exhibit = exhibit_of(from, outcome),
              .artefact = text(from, "artefact"),
              .field = text(from, "field"),
              .value = text(from, "value"),
              .why = text(from, "why"),
              .benign = texts(from, "benign"),
              .confirm = text(from, "confirm")};
  if (const auto cited = object(from, "indicator"))
    out.indicator =
        Cited{.pack = text(*cited, "pack"), .id = text(*cited, "id"), .type = text(*cited, "type")};
  if (const auto locator = object(from, "locator")) read_locator(*locator, out.locator);
  for (const dom::object& one : objects(from, "times"))
    if (const auto at = parse_time(text(one, "utc")))
      out.times.push_back({text(one, "field"), *at});
  for (const std::string& id : texts(from, "with"))
    if (const auto other = index_of(id, count)) out.with.push_back(*other);
  return out;
}

}  // namespace

Result<Outcome> read_result(std::string_view json) {
  dom::parser parser;
  dom::object root;
  if (json.empty() || parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS)
    return fail(Errc::malformed, "not a result.json");
  if (text(root, "schema") != "bridle-result/1")
    return fail(Errc::unsupported, "not a result of schema bridle-result/1");
  Outcome out{.verdict = named(text(root, "verdict"), Verdict::no_match)};
  // no_match must be said; whatever else is not understood gives no verdict.
  if (out.verdict == Verdict::no_match && text(root, "verdict") != "no_match")
    return fail(Errc::malformed, "a verdict that is not known");
  if (const auto engine = object(root, "engine")) out.version = text(*engine, "version");
  bool complete = false;
  out.complete = root["complete"].get(complete) == simdjson::SUCCESS && complete;
  for (const dom::object& one : objects(root, "exhibits"))
    out.exhibits.push_back(read_exhibit(one));
  for (const dom::object& one : objects(root, "packs")) out.packs.push_back(read_pack_entry(one));
  for (const dom::object& one : objects(root, "coverage"))
    out.coverage.push_back({exhibit_of(one, out), text(one, "surface"),
                            named(text(one, "state"), State::unsupported), whole(one, "records"),
                            whole(one, "gaps"), text(one, "why")});
  const auto findings = objects(root, "findings");
  for (const dom::object& one : findings)
    out.findings.push_back(read_finding(one, out, findings.size()));
  for (const dom::object& one : objects(root, "gaps"))
    out.gaps.push_back({exhibit_of(one, out), text(one, "path"), text(one, "artefact"),
                        whole(one, "at"), text(one, "why")});
  return out;
}

}  // namespace bridle
