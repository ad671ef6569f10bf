#include "source/wanted.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace bridle {

Wanted::Wanted(std::span<const std::string_view> patterns) {
  constexpr std::string_view kWild = "*?";
  std::unordered_set<std::string_view> seen;
  for (const std::string_view p : patterns) {
    const auto first = p.find_first_of(kWild);
    if (first == std::string_view::npos)
      names_.insert(p);
    else if (seen.insert(p).second)
      globs_.push_back({p, p.substr(0, first), p.substr(p.find_last_of(kWild) + 1)});
  }
}

bool Wanted::wants(std::string_view name) const {
  constexpr std::array<std::string_view, 2> kBeside = {"-wal", "-journal"};
  for (const std::string_view suffix : kBeside)
    if (name.ends_with(suffix) && wants_itself(name.substr(0, name.size() - suffix.size())))
      return true;
  return wants_itself(name);
}

bool Wanted::wants_itself(std::string_view name) const {
  return names_.contains(name) || std::ranges::any_of(globs_, [&](const Glob& g) {
           return name.ends_with(g.end) && name.starts_with(g.begin) && glob(g.pattern, name);
         });
}

std::string name_in_backup(std::string_view domain, std::string_view path) {
  std::string out;
  out.reserve(domain.size() + 1 + path.size());
  out += domain;
  out += ':';
  out += path;
  return out;
}

}  // namespace bridle
