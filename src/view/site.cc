#include "view/site.h"

#include <utility>

#include "base/text.h"
#include "sink/json.h"
#include "view/completion.h"
#include "view/frame.h"
#include "view/review.h"

namespace bridle {
namespace {

constexpr std::size_t kFindingsAtOnce = 100;
constexpr std::size_t kLargestBody = 256 << 10;
constexpr std::size_t kMostCompletions = 50;

HttpAnswer no_case() {
  Json out(Json::Form::lines);
  out.begin_object();
  out.key("case");
  out.null();
  out.end_object();
  return {.body = out.take()};
}

HttpAnswer completed(std::string_view typed) {
  Json out(Json::Form::lines);
  out.begin_object();
  out.key("paths");
  out.begin_array();
  for (const std::string& path : completions(typed, kMostCompletions)) out.value(path);
  out.end_array();
  out.end_object();
  return {.body = out.take()};
}

HttpAnswer all_reviews(const std::filesystem::path& folder) {
  Json out(Json::Form::lines);
  out.begin_object();
  out.key("reviews");
  out.begin_array();
  for (const Review& review : reviews_of(folder)) write_shown_review(out, review);
  out.end_array();
  out.end_object();
  return {.body = out.take()};
}

}  // namespace

Result<void> Site::show(const std::filesystem::path& folder) {
  auto opened = TRY(ShownCase::open(folder));
  const std::unique_lock swapping(changing_);
  const std::scoped_lock searching(searching_);
  search_.reset();
  shown_.emplace(std::move(opened));
  return {};
}

HttpAnswer Site::answer(const HttpRequest& request, HttpBody& body) {
  if (request.method == "POST") return answer_post(request, body);
  if (request.method != "GET" && request.method != "HEAD") return refused(405, "no such method");
  return answer_get(request);
}

HttpAnswer Site::answer_get(const HttpRequest& request) {
  const std::string& path = request.path;
  if (auto frame = frame_answer(path, {.language = setting_.language, .shows = "case"}))
    return std::move(*frame);
  if (path == "/api/complete") return completed(request.asked("path"));
  if (path == "/api/progress") return progress();
  const std::shared_lock reading(changing_);
  if (!shown_) return path == "/api/case" ? no_case() : refused(404, "no case is open");
  if (path == "/api/case") return {.body = case_json(*shown_)};
  if (path == "/api/findings")
    return {.body =
                findings_json(shown_->outcome,
                              static_cast<std::size_t>(number(request.asked("first")).value_or(0)),
                              kFindingsAtOnce)};
  if (path == "/api/rows") return rows(request);
  if (path == "/api/count") return count(request);
  if (path == "/api/row") return row(request);
  if (path == "/api/context") return context(request);
  if (path == "/api/timeline") return timeline(request);
  if (path == "/api/reviews") return all_reviews(shown_->folder);
  return refused(404, "no such address");
}

HttpAnswer Site::answer_post(const HttpRequest& request, HttpBody& body) {
  const std::string& path = request.path;
  if (path == "/api/upload") return upload(request, body);
  // A form of another site cannot send this type without being asked first.
  if (request.field("content-type") != "application/json") return refused(400, "no JSON");
  if (body.left() > kLargestBody) return refused(413, "too much at once");
  std::string json;
  for (std::string more = "-"; body.left() > 0 && !more.empty(); json += more)
    more = body.read(kLargestBody);
  if (path == "/api/check") return start_check(json);
  const std::shared_lock reading(changing_);
  if (!shown_) return refused(404, "no case is open");
  if (path == "/api/review") return review(json);
  if (path == "/api/sql") return sql(json);
  if (path == "/api/save") return save(request);
  return refused(404, "no such address");
}

}  // namespace bridle
