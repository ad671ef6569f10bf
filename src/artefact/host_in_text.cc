#include "artefact/host_in_text.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

bool belongs(char c) {
  return is_alnum(c) || c == '-' || c == '.';
}

template <std::size_t n>
bool among(const std::string_view (&all)[n], std::string_view one) {
  return std::ranges::find(all, one) != std::end(all);
}

// What names of packages begin with: they are host names turned around.
constexpr std::string_view kTurned[] = {
    "com",     "org",     "net", "android", "androidx", "java",   "javax", "dalvik", "kotlin",
    "kotlinx", "libcore", "sun", "io",      "de",       "vendor", "ro",    "sys",    "persist"};
// Last parts that hosts have far more often than packages do.
constexpr std::string_view kUsual[] = {"com", "net",  "org",    "info", "biz",  "top",
                                       "xyz", "site", "online", "club", "live", "link"};
constexpr std::string_view kFiles[] = {"so",  "apk",  "jar", "dex",  "odex", "vdex", "art", "oat",
                                       "xml", "java", "kt",  "cc",   "cpp",  "txt",  "log", "db",
                                       "png", "json", "rc",  "conf", "prop", "bin",  "zip", "dat",
                                       "pb",  "sh",   "js",  "cfg",  "tmp",  "jpg",  "bak", "idx"};

bool is_address(std::string_view token) {
  const auto parts = split(token, '.');
  return parts.size() == 4 && std::ranges::all_of(parts, [](std::string_view part) {
           return !part.empty() && part.size() <= 3 && std::ranges::all_of(part, is_digit);
         });
}

bool is_host(std::string_view token) {
  const std::size_t last_dot = token.rfind('.'), first_dot = token.find('.');
  const std::string_view last = token.substr(last_dot + 1), first = token.substr(0, first_dot);
  if (first.empty() || last.empty()) return false;
  if (is_digit(last[0])) return is_address(token);
  if (last.size() < 2) return false;
  const bool lower_case = std::ranges::all_of(last, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!lower_case) return false;
  if (among(kUsual, last)) return true;
  const bool code = first[0] >= 'A' && first[0] <= 'Z';  // "System.exit"
  return !code && !among(kTurned, first) && !among(kFiles, last);
}

}  // namespace

bool names_a_host(std::string_view text) {
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos;) {
    std::size_t begin = dot, end = dot;
    while (begin > 0 && belongs(text[begin - 1])) --begin;
    while (end < text.size() && belongs(text[end])) ++end;
    std::string_view token = text.substr(begin, end - begin);
    while (token.ends_with('.')) token.remove_suffix(1);  // of a sentence
    const char next = end < text.size() ? text[end] : ' ';
    const bool called = next == '(' || next == '=';  // a method, a member
    if (!called && contains(token, ".") && is_host(token)) return true;
    dot = text.find('.', end);
  }
  return contains(text, "://");
}

}  // namespace bridle
