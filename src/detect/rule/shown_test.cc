#include "detect/rule/shown.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <cassert>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "base/text.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;
namespace dom = simdjson::dom;
using Kinds = std::map<std::string, std::string>;  // field → kind
using Words = std::map<std::string, std::set<std::string>>;

const fs::path kTree = BRIDLE_SOURCE_DIR;

// The catalogue, which the build compares with the code: | field | kind | what it is |.
std::map<std::string, Kinds> read_kinds() {
  std::map<std::string, Kinds> out;
  std::ifstream in(kTree / "docs/artefacts.md");
  std::string line;
  std::string artefact;
  while (std::getline(in, line)) {
    if (line.starts_with("## ")) artefact = line.substr(3);
    if (!line.starts_with("| ")) continue;
    const auto first = line.find(" | ");
    const auto second = line.find(" | ", first + 1);
    if (second == std::string::npos) continue;
    out[artefact][line.substr(2, first - 2)] = line.substr(first + 3, second - first - 3);
  }
  return out;
}

const Kinds& kinds(std::string_view artefact) {
  static const auto all = read_kinds();
  static const Kinds none;
  const auto at = all.find(std::string(artefact));
  return at == all.end() ? none : at->second;
}

// Calls `see` with each row of the file, gaps left out.
template <class See>
void rows(const fs::path& file, const See& see) {
  dom::parser parser;
  dom::document_stream lines;
  const auto text = simdjson::padded_string::load(file.string());
  ASSERT_EQ(text.error(), simdjson::SUCCESS) << file;
  ASSERT_EQ(parser.parse_many(text.value_unsafe()).get(lines), simdjson::SUCCESS) << file;
  for (auto line : lines) {
    dom::object row;
    if (line.get(row) == simdjson::SUCCESS && row["row"].error() == simdjson::SUCCESS) see(row);
  }
}

Words read_words(std::string_view artefact) {
  Words out;
  const fs::path folder = kTree / "test/artefact" / artefact;
  if (!fs::exists(folder)) return out;
  for (const auto& one : fs::directory_iterator(folder))
    rows(one.path() / "want.jsonl", [&](dom::object row) {
      for (const auto [key, value] : row)
        if (std::string_view s; value.get(s) == simdjson::SUCCESS)
          out[std::string(key)].insert(std::string(s));
    });
  return out;
}

const Words& words(std::string_view artefact) {
  static std::map<std::string, Words> all;
  const auto [at, fresh] = all.try_emplace(std::string(artefact));
  if (fresh) at->second = read_words(artefact);
  return at->second;
}

bool of_kind(const Value& value, const std::string& kind) {
  if (kind == "number") return std::holds_alternative<std::int64_t>(value);
  if (kind == "real") return std::holds_alternative<double>(value);
  if (kind == "time") return std::holds_alternative<Time>(value);
  return std::holds_alternative<std::string_view>(value);
}

Value value_of(dom::element from, const std::string& kind) {
  if (kind == "number") return from.get_int64().value_unsafe();
  if (kind == "real") return from.get_double().value_unsafe();
  const std::string_view text = from.get_string().value_unsafe();
  if (kind == "time") return *parse_time(text);
  return text;
}

TEST(Shown, RefusesWhatNeverComes) {
  EXPECT_EQ(wrong("ios_tcc", {{"answer", sv("allowed")}}), "");
  EXPECT_EQ(wrong("ios_tcc", {{"answer", sv("granted")}}), "answer is never granted");
  EXPECT_EQ(wrong("ios_tcc", {{"auth_value", whole(2)}}), "there is no field auth_value");
  EXPECT_EQ(wrong("ios_tcc", {{"answer", whole(2)}}), "answer is a text");
  EXPECT_EQ(wrong("ios_tcc", {{"app", sv("com.any.example")}}), "");
  EXPECT_EQ(wrong("ios_none", {{"app", sv("com.any.example")}}), "there is no field app");
}

}  // namespace

std::string wrong(std::string_view artefact, const std::vector<Made>& made) {
  const Kinds& fields = kinds(artefact);
  for (const auto& [field, value] : made) {
    const auto at = fields.find(std::string(field));
    if (at == fields.end()) return "there is no field " + std::string(field);
    if (!of_kind(value, at->second)) return at->first + " is a " + at->second;
    if (at->second != "text") continue;
    const auto& known = words(artefact);
    const auto here = known.find(at->first);
    const std::string word(std::get<std::string_view>(value));
    if (here == known.end() || !here->second.contains(word)) return at->first + " is never " + word;
  }
  return {};
}

Time at(double seconds) {
  return Time{static_cast<std::int64_t>(seconds * 1e6) + 1'650'000'000 * kSecond};
}

Shown::Shown(std::string_view rule) {
  const auto at = std::ranges::find(rules(), rule, &Rule::id);
  assert(at != rules().end());
  rule_ = *at;
}

Shown& Shown::record(std::string_view artefact, const std::vector<Made>& made) {
  EXPECT_EQ(wrong(artefact, made), "") << artefact;
  watch(artefact, made);
  return *this;
}

Shown& Shown::golden(std::string_view artefact, std::string_view name) {
  const Kinds& fields = kinds(artefact);
  rows(kTree / "test/artefact" / artefact / name / "want.jsonl", [&](dom::object row) {
    std::vector<Made> made;
    for (const auto [key, value] : row)
      if (const auto at = fields.find(std::string(key)); at != fields.end())
        made.push_back({key, value_of(value, at->second)});
    watch(artefact, made);
  });
  return *this;
}

Shown& Shown::file(std::string_view path) {
  file_ = path;
  return *this;
}

void Shown::watch(std::string_view artefact, const std::vector<Made>& made) {
  EXPECT_NE(std::ranges::find(rule_->watches, artefact), rule_->watches.end()) << artefact;
  std::vector<Field> fields;
  std::vector<Value> values;
  for (const Made& m : made) {
    fields.push_back({m.field, Kind::text, ""});
    values.push_back(m.value);
  }
  std::vector<Note> fresh;
  rule_->watch(Record(artefact, fields, values, ++row_), fresh);
  for (Note& n : fresh) {
    n.artefact = artefact;
    n.locator = {.path = file_, .row = row_};
    notes_.push_back(std::move(n));
  }
}

std::vector<Claim> Shown::judged() const {
  std::vector<Claim> claims;
  rule_->judge(notes_, claims);
  return claims;
}

Claims Shown::claims() const {
  Claims out;
  for (const Claim& c : judged())
    out.push_back(std::string(name(c.claim)) + " " + std::string(name(c.level)) + " " +
                  notes_[c.note].value);
  return out;
}

std::vector<std::string> Shown::reasons() const {
  std::vector<std::string> out;
  for (const Claim& c : judged()) out.push_back(c.why);
  return out;
}

}  // namespace bridle
