// Texts by number: what stands in many rows is kept once.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace bridle::campaign {

class Names {
 public:
  // The same number for the same text; numbers count from 0.
  std::uint32_t number_of(std::string_view text) {
    if (const auto at = numbers_.find(text); at != numbers_.end()) return at->second;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    numbers_.emplace(texts_.emplace_back(text), number);
    return number;
  }
  // Nothing if it was never asked for by number_of().
  std::optional<std::uint32_t> find(std::string_view text) const {
    const auto at = numbers_.find(text);
    return at == numbers_.end() ? std::nullopt : std::optional(at->second);
  }
  const std::string& operator[](std::uint32_t number) const { return texts_[number]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // a deque leaves them where they are
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace bridle::campaign
