#include "artefact/dump_components.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kMostLines = 64;  // states and users of one component

void add_new_line(std::string& text, std::string_view line) {
  const auto lines = split(text, '\n');
  if (line.empty() || lines.size() >= kMostLines || std::ranges::find(lines, line) != lines.end())
    return;
  add_line(text, line);
}

bool is_part(char c) {
  return is_alnum(c) || contains("._$-/", std::string_view(&c, 1));
}

}  // namespace

std::vector<std::string_view> components_in(std::string_view text) {
  std::vector<std::string_view> found;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_part(text[end])) ++end;
    const std::string_view token = text.substr(at, end - at);
    if (std::ranges::count(token, '/') == 1 && package_of(token)) found.push_back(token);
    at = end + 1;
  }
  return found;
}

void Components::add(std::uint64_t at, std::string_view component, std::string_view state,
                     std::string_view user) {
  auto known = index_.find(component);
  if (known == index_.end()) {
    known = index_.emplace(std::string(component), all_.size()).first;
    all_.push_back({.at = at, .name = std::string(component), .states = {}, .users = {}});
  }
  add_new_line(all_[known->second].states, state);
  add_new_line(all_[known->second].users, user);
}

}  // namespace bridle
