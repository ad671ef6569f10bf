// Remembers values that no indicator applied to: chats, services and accounts repeat from row to
// row, and a comparison costs less than looking them up once more.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "record/field.h"

namespace bridle {

class Unremarkable {
 public:
  // Room for so many values; a new one may displace another.
  explicit Unremarkable(std::size_t values = 2048) : slots_(values) {}

  // Whether this very value was kept before, and not displaced since.
  bool holds(Kind kind, std::string_view value) const {
    if (value.size() > kLongest) return false;
    const Slot& slot = slots_[place(value)];
    return slot.kind == kind && slot.size == value.size() &&
           std::ranges::equal(value, std::string_view(slot.text.data(), slot.size));
  }

  void keep(Kind kind, std::string_view value) {
    if (value.size() > kLongest) return;
    Slot& slot = slots_[place(value)];
    slot.kind = kind;
    slot.size = static_cast<std::uint8_t>(value.size());
    std::ranges::copy(value, slot.text.begin());
  }

 private:
  static constexpr std::size_t kLongest = 46;
  struct Slot {
    Kind kind{};
    std::uint8_t size = 0;  // no value is empty
    std::array<char, kLongest> text{};
  };

  std::size_t place(std::string_view value) const {
    return std::hash<std::string_view>{}(value) % slots_.size();
  }

  std::vector<Slot> slots_;
};

}  // namespace bridle
