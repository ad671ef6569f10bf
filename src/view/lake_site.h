// The local page of a lake: which request is answered by what. Nothing can be changed through it.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "format/http_request.h"
#include "lake/lake.h"
#include "view/answer.h"

namespace bridle {

class LakeSite {
 public:
  // The language of the page's own phrases; empty: the browser's.
  LakeSite(Lake lake, std::string language)
      : lake_(std::move(lake)), language_(std::move(language)) {}

  // From several threads at once.
  HttpAnswer answer(const HttpRequest& request);

 private:
  Result<std::string> campaign();

  Lake lake_;
  std::string language_;

  // It takes a second for a thousand phones: found when the page asks, and anew when the lake holds
  // other cases than those it was found in.
  std::mutex finding_;
  std::vector<std::string> found_in_;  // names of segments
  std::string found_;
};

}  // namespace bridle
