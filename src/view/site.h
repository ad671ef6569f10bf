// The local page: which request is answered by what.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>

#include "format/http_request.h"
#include "view/answer.h"
#include "view/http_server.h"
#include "view/row_filter.h"
#include "view/shown_case.h"
#include "view/started_check.h"

namespace bridle {

class Site {
 public:
  struct Setting {
    std::string language = {};           // of the page's own phrases; empty: the browser's
    std::filesystem::path program = {};  // bridle itself, to start checks with
    std::filesystem::path folder = {};   // where new cases go
  };
  explicit Site(Setting setting) : setting_(std::move(setting)) {}

  // Errc::io, Errc::malformed: the folder holds no case.
  Result<void> show(const std::filesystem::path& folder);

  // From several threads at once.
  HttpAnswer answer(const HttpRequest& request, HttpBody& body);

 private:
  HttpAnswer answer_get(const HttpRequest& request);
  HttpAnswer answer_post(const HttpRequest& request, HttpBody& body);
  HttpAnswer rows(const HttpRequest& request);
  HttpAnswer count(const HttpRequest& request);
  HttpAnswer row(const HttpRequest& request);
  HttpAnswer context(const HttpRequest& request);
  HttpAnswer timeline(const HttpRequest& request);

  HttpAnswer save(const HttpRequest& request);
  HttpAnswer review(std::string_view json);
  HttpAnswer sql(std::string_view statement);
  HttpAnswer upload(const HttpRequest& request, HttpBody& body);
  HttpAnswer start_check(std::string_view json);
  HttpAnswer progress();
  std::string news(std::uint64_t& told, bool& ended);

  Setting setting_;
  std::shared_mutex changing_;  // held by who swaps the case
  std::optional<ShownCase> shown_;

  // What was looked for last: turning a page must not search again.
  std::mutex searching_;
  std::optional<RowSearch> search_;
  Result<const RowSearch*> find(const RecordTable& table, const RowFilter& filter,
                                const RowSearch::Until& until);  // searching

  std::mutex reviewing_;
  std::mutex checking_;
  std::unique_ptr<StartedCheck> check_;
};

}  // namespace bridle
