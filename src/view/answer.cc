#include "view/answer.h"

#include "sink/json.h"

namespace bridle {
namespace {

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 303:
      return "See Other";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Content Too Large";
    default:
      return "Internal Server Error";
  }
}

constexpr std::string_view kOfEveryAnswer =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'\r\n"
    "Cache-Control: no-store\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Embedder-Policy: require-corp\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), usb=()\r\n"
    "Connection: close\r\n";

}  // namespace

std::string wire(const HttpAnswer& answer) {
  std::string out = "HTTP/1.1 " + std::to_string(answer.status) + " ";
  out.append(reason(answer.status)).append("\r\n").append(kOfEveryAnswer);
  out.append("Content-Type: ").append(answer.type).append("\r\n");
  for (const auto& [name, value] : answer.fields)
    out.append(name).append(": ").append(value).append("\r\n");
  if (!answer.more) out += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
  return out + "\r\n" + answer.body;
}

HttpAnswer refused(int status, std::string_view why) {
  Json out(Json::Form::lines);
  out.begin_object();
  out.member("problem", why);
  out.end_object();
  return {.status = status, .body = out.take()};
}

}  // namespace bridle
