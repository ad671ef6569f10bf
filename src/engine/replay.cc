#include "engine/replay.h"

#include <simdjson.h>

#include <algorithm>

#include "base/text.h"
#include "engine/check.h"
#include "sink/file_text.h"
#include "sink/result.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// How the first run was asked for.
struct FirstRun {
  std::vector<std::string> packs;
  bool builtin = true;
};

std::optional<FirstRun> first_run(const fs::path& folder) {
  simdjson::dom::parser parser;
  const std::string json = file_text(folder / "run.json");
  simdjson::dom::object top;
  simdjson::dom::array packs;
  FirstRun out;
  if (parser.parse(json).get(top) != simdjson::SUCCESS ||
      top["packs"].get(packs) != simdjson::SUCCESS ||
      top["builtin"].get(out.builtin) != simdjson::SUCCESS)
    return {};
  for (const simdjson::dom::element one : packs)
    if (std::string_view path; one.get(path) == simdjson::SUCCESS) out.packs.emplace_back(path);
  return out;
}

std::string pack_difference(const Outcome& then, const Outcome& now) {
  const auto hash = [](const Outcome& of, const std::string& name) -> std::string {
    const auto at = std::ranges::find(of.packs, name, &AppliedPack::name);
    return at == of.packs.end() ? "not there" : at->sha256;
  };
  for (const Outcome* one : {&then, &now})
    for (const AppliedPack& pack : one->packs)
      if (hash(then, pack.name) != hash(now, pack.name))
        return "the pack " + pack.name + " is another: then " + hash(then, pack.name) + ", now " +
               hash(now, pack.name);
  return {};
}

// What explains any other difference comes first.
std::string cause(const Outcome& then, const Outcome& now) {
  if (then.version != now.version)
    return "the case was written by version " + then.version + "; this is " + now.version;
  if (then.exhibits.size() != now.exhibits.size())
    return "the case has " + std::to_string(then.exhibits.size()) + " exhibits";
  for (std::size_t i = 0; i < then.exhibits.size(); ++i)
    if (then.exhibits[i].sha256 != now.exhibits[i].sha256)
      return exhibit_id(i) + " is another: then " + then.exhibits[i].sha256 + ", now " +
             now.exhibits[i].sha256;
  return pack_difference(then, now);
}

std::string line_difference(std::string_view then, std::string_view now) {
  const auto old_lines = split(then, '\n');
  const auto new_lines = split(now, '\n');
  const auto [a, b] = std::ranges::mismatch(old_lines, new_lines);
  const auto text = [](auto at, const auto& lines) {
    return at == lines.end() ? std::string("nothing") : std::string(trim(*at));
  };
  return "result.json, line " + std::to_string(a - old_lines.begin() + 1) + ": then " +
         text(a, old_lines) + ", now " + text(b, new_lines);
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code none;
  for (const auto& file : fs::directory_iterator(folder, none))
    out.push_back(file.path().filename().string());
  std::ranges::sort(out);
  return out;
}

std::string record_difference(const fs::path& then, const fs::path& now) {
  const auto before = names_in(then);
  const auto after = names_in(now);
  const auto [a, b] = std::ranges::mismatch(before, after);
  if (a != before.end() || b != after.end())
    return "records/" + std::min(a == before.end() ? "~" : *a, b == after.end() ? "~" : *b) +
           " is there in one run only";
  for (const std::string& name : before) {
    const std::string one = file_text(then / name);
    const std::string two = file_text(now / name);
    if (one != two)
      return "records/" + name + ", from byte " +
             std::to_string(std::ranges::mismatch(one, two).in1 - one.begin()) + " on";
  }
  return {};
}

}  // namespace

std::expected<Replayed, std::string> replay(const ReplayOptions& options, Watcher& watcher,
                                            const std::atomic<bool>& stop) {
  const auto first = first_run(options.folder);
  const std::string json = file_text(options.folder / "result.json");
  const auto then = read_result(json);
  if (!first || !then) return std::unexpected(options.folder.string() + " holds no whole case");
  const auto now = check({.exhibits = options.exhibits,
                          .output = options.scratch,
                          .packs = options.packs.empty() ? first->packs : options.packs,
                          .secret = options.secret,
                          .builtin = first->builtin,
                          .jobs = options.jobs},
                         watcher, stop);
  if (!now) return std::unexpected(now.error().why);
  if (stop) return std::unexpected("the second run was stopped");
  if (std::string why = cause(*then, *now); !why.empty()) return Replayed{std::move(why)};
  const std::string again = file_text(options.scratch / "result.json");
  if (again != json) return Replayed{line_difference(json, again)};
  return Replayed{record_difference(options.folder / "records", options.scratch / "records")};
}

}  // namespace bridle
