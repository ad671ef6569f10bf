#include "view/lake_cases.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "sink/file_text.h"
#include "sink/json.h"
#include "sink/result.h"
#include "sink/shown.h"

namespace bridle {
namespace {

constexpr std::size_t kLongestName = 200;

Result<Outcome> result_of(const Segment& segment, const LakeCase& about) {
  return read_result(file_text(segment.path / "results" / (about.name + ".json")));
}

using Kept = std::pair<const Segment*, const LakeCase*>;

std::vector<Kept> by_name(const LakeView& view) {
  std::vector<Kept> out;
  for (const Segment& segment : view.segments)
    for (const LakeCase& about : segment.cases) out.emplace_back(&segment, &about);
  std::ranges::sort(out, {}, [](const Kept& one) { return one.second->name; });
  return out;
}

// The phones, as each exhibit says what it was made of.
void write_phones(Json& out, const Outcome& outcome) {
  out.key("devices");
  out.begin_array();
  for (const Received& one : outcome.exhibits)
    if (const std::string device = one.device.model + " " + one.device.os; device != " ")
      out.value(shown(device, kLongestName));
  out.end_array();
}

void write_case(Json& out, const LakeCase& about, const Outcome& outcome) {
  out.begin_object();
  out.member("complete", outcome.complete);
  write_phones(out, outcome);
  out.member("findings", static_cast<std::uint64_t>(outcome.findings.size()));
  out.member("gaps", static_cast<std::uint64_t>(outcome.gaps.size()));
  out.member("id", about.id);
  out.member("name", shown_name(about.name));
  out.member("verdict", name(outcome.verdict));
  out.end_object();
}

}  // namespace

std::string shown_name(std::string_view name) {
  return shown(name, kLongestName);
}

Result<std::string> lake_cases_json(const Lake& lake) {
  const LakeView view = TRY(LakeView::of(lake));
  std::vector<std::string> unreadable;
  std::uint64_t records = 0;
  for (const Segment& segment : view.segments) records += segment.records;
  Json out(Json::Form::lines);
  out.begin_object();
  out.key("cases");
  out.begin_array();
  for (const auto& [segment, about] : by_name(view)) {
    if (const auto outcome = result_of(*segment, *about))
      write_case(out, *about, *outcome);
    else
      unreadable.push_back(shown_name(about->name));
  }
  out.end_array();
  out.member(
      "name",
      shown_name(std::filesystem::absolute(lake.path() / "").parent_path().filename().string()));
  out.member("records", records);
  out.key("unreadable");
  out.begin_array();
  for (const std::string& one : unreadable) out.value(one);
  out.end_array();
  out.member("version", BRIDLE_VERSION);
  out.end_object();
  return out.take();
}

Result<ShownCase> case_in_lake(const Lake& lake, std::string_view name) {
  const LakeView view = TRY(LakeView::of(lake));
  for (const auto& [segment, about] : by_name(view))
    if (shown_name(about->name) == name)
      return ShownCase{.folder = {}, .outcome = TRY(result_of(*segment, *about))};
  return fail(Errc::missing, "the lake holds no such case");
}

}  // namespace bridle
