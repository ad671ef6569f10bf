#include "view/lake_site.h"

#include "base/text.h"
#include "campaign/campaign.h"
#include "view/frame.h"
#include "view/lake_cases.h"
#include "view/shown_campaign.h"

namespace bridle {
namespace {

constexpr std::size_t kFindingsAtOnce = 100;

HttpAnswer problem(const Error& error) {
  return refused(error.code == Errc::missing ? 404 : 500, error.what);
}

HttpAnswer answered(Result<std::string> json) {
  return json ? HttpAnswer{.body = std::move(*json)} : problem(json.error());
}

}  // namespace

HttpAnswer LakeSite::answer(const HttpRequest& request) {
  if (request.method != "GET" && request.method != "HEAD") return refused(405, "no such method");
  const std::string& path = request.path;
  if (auto frame = frame_answer(path, {.language = language_, .shows = "lake"}))
    return std::move(*frame);
  if (path == "/api/lake") return answered(lake_cases_json(lake_));
  if (path == "/api/campaign") return answered(campaign());
  if (path != "/api/case" && path != "/api/findings") return refused(404, "no such address");
  const auto found = case_in_lake(lake_, request.asked("name"));
  if (!found) return problem(found.error());
  if (path == "/api/case") return {.body = case_json(*found)};
  const auto first = static_cast<std::size_t>(number(request.asked("first")).value_or(0));
  return {.body = findings_json(found->outcome, first, kFindingsAtOnce)};
}

Result<std::string> LakeSite::campaign() {
  const std::scoped_lock one_at_a_time(finding_);
  std::vector<std::string> segments;
  for (const Segment& one : TRY(LakeView::of(lake_)).segments) segments.push_back(one.name);
  if (found_.empty() || found_in_ != segments) {
    found_ = shown_campaign_json(TRY(campaign::find_campaign(lake_.path())));
    found_in_ = std::move(segments);
  }
  return found_;
}

}  // namespace bridle
