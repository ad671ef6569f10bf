#include "view/frame.h"

#include "sink/json.h"
#include "view/web_file.h"

namespace bridle {

std::optional<HttpAnswer> frame_answer(std::string_view path, const FrameSetting& setting) {
  if (path == "/api/settings") {
    Json out(Json::Form::lines);
    out.begin_object();
    out.member("language", setting.language);
    out.member("shows", setting.shows);
    out.end_object();
    return HttpAnswer{.body = out.take()};
  }
  if (path.starts_with("/api/")) return {};
  const WebFile file = web_file(path);
  if (file.type.empty()) return refused(404, "no such file");
  return HttpAnswer{.type = std::string(file.type), .body = std::string(file.content)};
}

}  // namespace bridle
