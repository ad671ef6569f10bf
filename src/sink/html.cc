#include "sink/html.h"

#include "sink/shown.h"

namespace bridle {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string evidence(std::string_view text, std::size_t limit) {
  return "<bdi>" + escaped(defanged(text, limit)) + "</bdi>";
}

std::string exact(std::string_view text, std::size_t limit) {
  return "<bdi class=\"exact\" dir=\"ltr\">" + escaped(shown(text, limit)) + "</bdi>";
}

}  // namespace bridle
