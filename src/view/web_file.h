// The files of web/, compiled in.
#pragma once

#include <string_view>

namespace bridle {

struct WebFile {
  std::string_view type = {};  // of the content; empty if there is no such file
  std::string_view content = {};
};

// By its path as the browser asks for it: "/" is index.html.
WebFile web_file(std::string_view path);

}  // namespace bridle
