// The site's answers that do something: reviews, questions in SQL, checks.
#include <simdjson.h>

#include <vector>

#include "sink/json.h"
#include "sink/json_members.h"
#include "view/received.h"
#include "view/review.h"
#include "view/site.h"
#include "view/sql.h"

namespace bridle {
namespace {

namespace dom = simdjson::dom;

HttpAnswer problem(const Error& error) {
  return refused(error.code == Errc::io ? 500 : 400, error.what);
}

using json::text;

std::vector<std::string> texts(const dom::object& from, std::string_view key) {
  std::vector<std::string> out;
  dom::array list;
  if (from[key].get(list) != simdjson::SUCCESS) return out;
  for (const dom::element item : list) {
    std::string_view one;
    if (item.get(one) == simdjson::SUCCESS && !one.empty()) out.emplace_back(one);
  }
  return out;
}

void write_cells(Json& out, const std::vector<std::optional<std::string>>& cells) {
  out.key("cells");
  out.begin_array();
  for (const auto& cell : cells) {
    if (cell)
      out.value(*cell);
    else
      out.null();
  }
  out.end_array();
}

std::string sql_json(const SqlResult& result) {
  Json out(Json::Form::lines);
  out.begin_object();
  out.key("columns");
  out.begin_array();
  for (const std::string& column : result.columns) out.value(column);
  out.end_array();
  out.member("cut", result.cut);
  out.key("rows");
  out.begin_array();
  for (const auto& row : result.rows) {
    out.begin_object();
    write_cells(out, row);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace

HttpAnswer Site::review(std::string_view json) {
  auto asked = review_asked(json);
  if (!asked) return problem(asked.error());
  const std::scoped_lock one_at_a_time(reviewing_);
  const auto added = add_review(shown_->folder, std::move(*asked));
  if (!added) return problem(added.error());
  Json out(Json::Form::lines);
  write_shown_review(out, *added);
  return {.body = out.take()};
}

HttpAnswer Site::sql(std::string_view json) {
  dom::parser parser;
  dom::object asked;
  if (parser.parse(json.data(), json.size()).get(asked) != simdjson::SUCCESS)
    return refused(400, "no JSON");
  const SqlResult result = ask_sql(shown_->tables, text(asked, "sql"));
  if (!result.problem.empty()) return refused(400, result.problem);
  return {.body = sql_json(result)};
}

HttpAnswer Site::upload(const HttpRequest& request, HttpBody& body) {
  const auto path = receive_file(setting_.folder, request.asked("name"), body);
  if (!path) return problem(path.error());
  Json out(Json::Form::lines);
  out.begin_object();
  out.member("path", path->string());
  out.end_object();
  return {.body = out.take()};
}

HttpAnswer Site::start_check(std::string_view json) {
  dom::parser parser;
  dom::object asked;
  if (parser.parse(json.data(), json.size()).get(asked) != simdjson::SUCCESS)
    return refused(400, "no JSON");
  const CheckAsked check{.exhibits = texts(asked, "exhibits"),
                         .packs = texts(asked, "packs"),
                         .password = text(asked, "password"),
                         .output = new_case_folder(setting_.folder)};
  if (check.exhibits.empty()) return refused(400, "no exhibit");
  const std::scoped_lock lock(checking_);
  if (check_ && !check_->after(0).code) return refused(400, "a check is running");
  auto started = StartedCheck::start(setting_.program, check);
  if (!started) return problem(started.error());
  check_ = std::move(*started);
  Json out(Json::Form::lines);
  out.begin_object();
  out.member("output", check.output.string());
  out.end_object();
  return {.body = out.take()};
}

// One piece of news as an event; a comment if there is none, so that a browser that went is
// noticed.
std::string Site::news(std::uint64_t& told, bool& ended) {
  StartedCheck::News now;
  std::filesystem::path output;
  {
    const std::scoped_lock lock(checking_);
    if (!check_) return {};
    now = check_->after(told);
    output = check_->output();
  }
  if (now.number == told) return ": waiting\n\n";
  told = now.number;
  ended = now.code.has_value();
  const bool whole = ended && show(output).has_value();
  Json out(Json::Form::lines);
  out.begin_object();
  if (now.code) out.member("code", static_cast<std::int64_t>(*now.code));
  out.member("findings", now.findings);
  out.member("open", whole);
  out.member("output", output.string());
  out.member("progress", now.progress);
  out.member("said", now.said);
  out.end_object();
  return "data: " + out.take() + "\n";
}

HttpAnswer Site::progress() {
  return {.type = "text/event-stream",
          .more = [this, told = std::uint64_t{0}, ended = false]() mutable {
            return ended ? std::string() : news(told, ended);
          }};
}

}  // namespace bridle
