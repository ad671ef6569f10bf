#include "format/http_request.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kMostFields = 100;

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string_view of(const Pairs& pairs, std::string_view name) {
  const auto at = std::ranges::find(pairs, name, [](const auto& pair) { return pair.first; });
  return at == pairs.end() ? std::string_view() : std::string_view(at->second);
}

bool is_token(std::string_view s) {
  return !s.empty() && std::ranges::all_of(s, [](char c) {
    return is_alnum(c) || contains("!#$%&'*+-.^_`|~", {&c, 1});
  });
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

// With %41 as A; nothing if an escape is none, or stands for a zero byte.
std::optional<std::string> decoded(std::string_view s, char blank) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '%') {
      out += s[i] == blank ? ' ' : s[i];
      continue;
    }
    const auto byte = from_hex(s.substr(std::min(i + 1, s.size()), 2));
    if (!byte || byte->size() != 1 || byte->front() == '\0') return {};
    out += *byte;
    i += 2;
  }
  return out;
}

Result<void> read_target(std::string_view target, HttpRequest& into) {
  const std::size_t mark = std::min(target.find('?'), target.size());
  auto path = decoded(target.substr(0, mark), '\0');
  if (!path || !path->starts_with('/')) return fail(Errc::malformed, "a path that is none");
  into.path = std::move(*path);
  if (mark == target.size()) return {};
  for (const std::string_view part : split(target.substr(mark + 1), '&')) {
    const std::size_t equals = std::min(part.find('='), part.size());
    auto name = decoded(part.substr(0, equals), '+');
    auto value = decoded(part.substr(std::min(equals + 1, part.size())), '+');
    if (!name || !value) return fail(Errc::malformed, "a query that is none");
    if (into.query.size() == kMostFields) return fail(Errc::too_large, "a query of many parts");
    into.query.emplace_back(std::move(*name), std::move(*value));
  }
  return {};
}

Result<void> read_field(std::string_view line, HttpRequest& into) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon)))
    return fail(Errc::malformed, "a field without a name");
  const std::string_view value = trim(line.substr(colon + 1));
  if (std::ranges::any_of(value, is_control)) return fail(Errc::malformed, "a control character");
  if (into.fields.size() == kMostFields) return fail(Errc::too_large, "many fields");
  std::string name = lower(line.substr(0, colon));
  if (name == "transfer-encoding") return fail(Errc::unsupported, "a body in chunks");
  const bool once = name == "host" || name == "content-length" || name == "cookie";
  if (once && std::ranges::any_of(into.fields, [&](const auto& f) { return f.first == name; }))
    return fail(Errc::malformed, "a field that stands there twice");
  if (name == "content-length") {
    const auto length = number(value);
    if (!length || !std::ranges::all_of(value, is_digit))
      return fail(Errc::malformed, "a length that is no number");
    into.length = static_cast<std::uint64_t>(*length);
  }
  into.fields.emplace_back(std::move(name), value);
  return {};
}

}  // namespace

std::string_view HttpRequest::field(std::string_view name) const {
  return of(fields, name);
}

std::string_view HttpRequest::asked(std::string_view name) const {
  return of(query, name);
}

Result<HttpRequest> http_request(std::string_view text) {
  HttpRequest out;
  if (!text.ends_with("\r\n\r\n")) return fail(Errc::truncated, "the head has no end");
  text.remove_suffix(4);
  const std::size_t first = std::min(text.find("\r\n"), text.size());
  const auto words = split(text.substr(0, first), ' ');
  if (words.size() != 3 || !is_token(words[0]) || !words[2].starts_with("HTTP/1."))
    return fail(Errc::malformed, "no request line");
  if (std::ranges::any_of(words[1], is_control))
    return fail(Errc::malformed, "a control character", words[0].size());
  out.method = words[0];
  TRY(read_target(words[1], out));
  for (std::size_t at = first + 2; at < text.size();) {
    const std::size_t end = std::min(text.find("\r\n", at), text.size());
    TRY(read_field(text.substr(at, end - at), out));
    at = end + 2;
  }
  return out;
}

std::string_view cookie(const HttpRequest& request, std::string_view name) {
  for (std::string_view part : split(request.field("cookie"), ';')) {
    part = trim(part);
    if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=')
      return part.substr(name.size() + 1);
  }
  return {};
}

}  // namespace bridle
