#include "sink/shown.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "sink/json.h"

namespace bridle {
namespace {

void append_code(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += "\u27e8U+";
  for (int shift = c > 0xffff ? 20 : 12; shift >= 0; shift -= 4)
    if (shift < 20 || c >> 20 != 0) out += kDigits[c >> shift & 15];
  out += "\u27e9";
}

bool of_host(char c) {
  return is_alnum(c) || c == '.' || c == '-' || c == '_';
}

// Names that end like this are files or bundle ids rather than hosts.
bool is_file_or_bundle(std::string_view word) {
  constexpr std::array<std::string_view, 16> kEnds = {
      "plist", "db",  "sqlite", "sqlitedb", "log", "txt", "json", "ips",
      "mbdb",  "dat", "stix2",  "csv",      "jpg", "png", "gif",  "zip"};
  constexpr std::array<std::string_view, 3> kStarts = {"com.apple.", "net.whatsapp.",
                                                       "com.google."};
  const std::string small = lower(word);
  return std::ranges::find(kEnds, std::string_view(small).substr(small.rfind('.') + 1)) !=
             kEnds.end() ||
         std::ranges::any_of(kStarts, [&](std::string_view s) { return small.starts_with(s); });
}

// A host name or address of four numbers.
bool is_host(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  const auto dot = word.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || word.size() - dot < 2) return false;
  const std::string_view last = word.substr(dot + 1);
  if (std::ranges::all_of(last, is_digit)) return std::ranges::count(word, '.') == 3;
  return last.size() > 1 && std::ranges::all_of(last, is_letter);
}

}  // namespace

std::string shown(std::string_view evidence, std::size_t limit) {
  std::string mended;
  std::string_view rest = valid_utf8(evidence, mended);
  std::string out;
  for (std::size_t n = 0; !rest.empty(); ++n) {
    if (n == limit) return out + " \u2026 (cut)";
    const std::string_view before = rest;
    const char32_t c = next_character(rest);
    if (c == '\n')
      out += "\u23ce ";
    else if (invisible(c))
      append_code(out, c);
    else
      out += before.substr(0, before.size() - rest.size());
  }
  return out;
}

std::string defanged(std::string_view evidence, std::size_t limit) {
  const std::string text = shown(evidence, limit);
  std::string out;
  std::string_view rest = text;
  bool in_url = false;
  while (!rest.empty()) {
    const auto n = static_cast<std::size_t>(std::ranges::find_if_not(rest, of_host) - rest.begin());
    const std::string_view word = rest.substr(0, n);
    const std::string_view after = rest.substr(n);
    if (after.starts_with("://") && lower(word).starts_with("http")) {
      out.append("hxxp").append(word.substr(4)).append("://");
      rest = after.substr(3);
      in_url = true;
      continue;
    }
    const bool path = !in_url && !out.empty() && out.back() == '/';
    const bool broken = in_url || (!path && is_host(word) && !is_file_or_bundle(word));
    for (std::size_t i = 0; i < n; ++i) {
      // The stop at the end of a sentence is none of the host's.
      const bool inside = i + 1 < n || (!after.empty() && after.front() != ' ');
      out.append(word[i] == '.' && broken && inside ? "[.]" : word.substr(i, 1));
    }
    in_url = false;
    if (!after.empty()) out += after.front();
    rest = after.empty() ? after : after.substr(1);
  }
  return out;
}

}  // namespace bridle
