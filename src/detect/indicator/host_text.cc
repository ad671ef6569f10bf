#include "detect/indicator/host_text.h"

#include <algorithm>
#include <array>

#include "detect/indicator/host.h"
#include "detect/indicator/link_text.h"

namespace bridle {
namespace {

bool starts_mark(char c) {
  return static_cast<unsigned char>(c) >= 0xc2;
}

void leave_marks(std::string_view text, std::size_t dot, HostText& host) {
  for (std::size_t i = host.begin; i < host.end;) {
    const std::size_t mark = wide_mark(text.substr(i, host.end - i));
    if (mark == 0) {
      ++i;
    } else if (i < dot) {
      host.begin = i += mark;
    } else {
      host.end = i;
    }
  }
}

bool at_edge(char c) {
  return c == '.' || c == '-';
}

}  // namespace

HostText host_around(std::string_view text, std::size_t from, std::size_t to, std::size_t dot) {
  HostText host{.begin = dot, .end = dot};
  bool marks = false;
  for (; host.begin > from && is(text[host.begin - 1], host_byte); --host.begin)
    marks |= starts_mark(text[host.begin - 1]);
  for (; host.end < to && is(text[host.end], host_byte); ++host.end)
    marks |= starts_mark(text[host.end]);
  if (marks) leave_marks(text, dot, host);
  while (host.begin < dot && at_edge(text[host.begin])) ++host.begin;
  while (host.end > dot && at_edge(text[host.end - 1])) --host.end;
  return host;
}

std::string_view without_edge(std::string_view host) {
  if (host.empty() || at_edge(host.front())) return {};
  while (at_edge(host.back())) host.remove_suffix(1);
  return host;
}

bool is_plausible_host(std::string_view host) {
  if (host.size() < 4) return false;
  if (ends_in_tld(host)) return true;
  if (is_digit(host.back())) return parse_address(host).has_value();
  // The root's names in other scripts: ask only where there are any.
  if (!is_wide(host.back())) return false;
  std::array<char, 256> buffer{};
  return ends_in_tld(fold_host(host, buffer));
}

std::string_view ascii_core(std::string_view host) {
  if (std::ranges::none_of(host, is_wide)) return {};
  const auto dot = host.rfind('.');
  std::size_t begin = dot;
  while (begin > 0 && !is_wide(host[begin - 1])) --begin;
  std::size_t end = dot;
  while (end < host.size() && !is_wide(host[end])) ++end;
  const auto core = host.substr(begin, end - begin);
  return core.starts_with('.') || !is_plausible_host(core) ? std::string_view() : core;
}

}  // namespace bridle
