#include "detect/indicator/table.h"

#include <algorithm>

namespace bridle {
namespace {

constexpr std::size_t kFilterBits = 16;  // for each key: 2 of 100 unknown values pass

}  // namespace

void Table::build() {
  std::ranges::stable_sort(entries_, {}, &Entry::hash);
  const std::size_t words =
      std::bit_ceil(std::max<std::size_t>(entries_.size() * kFilterBits / 64, 64));
  filter_.assign(words, 0);
  filter_shift_ = 64U - static_cast<unsigned>(std::countr_zero(words));
  slots_.assign(std::bit_ceil(std::max<std::size_t>(entries_.size() * 2, 16)), 0);
  slot_mask_ = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::uint64_t hash = entries_[i].hash;
    if (i > 0 && entries_[i - 1].hash == hash) continue;
    filter_[hash >> filter_shift_] |= 1ULL << (hash & 63) | 1ULL << (hash >> 6 & 63);
    std::size_t slot = hash & slot_mask_;
    while (slots_[slot] != 0) slot = (slot + 1) & slot_mask_;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace bridle
