// What the build made of web/ (cmake/Web.cmake).
#pragma once

#include <span>
#include <string_view>

namespace bridle {

struct WebContent {
  std::string_view name;  // "phrases/en.json"
  std::string_view content;
};

std::span<const WebContent> web_contents();

}  // namespace bridle
