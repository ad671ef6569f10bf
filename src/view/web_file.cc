#include "view/web_file.h"

#include <span>

#include "view/web_content.h"

namespace bridle {
namespace {

std::string_view type_of(std::string_view name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  return name.ends_with(".svg") ? "image/svg+xml" : "application/json";
}

}  // namespace

WebFile web_file(std::string_view path) {
  if (path == "/") path = "/index.html";
  if (!path.starts_with('/')) return {};
  for (const WebContent& file : web_contents())
    if (path.substr(1) == file.name) return {.type = type_of(file.name), .content = file.content};
  return {};
}

}  // namespace bridle
