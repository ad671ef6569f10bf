#include "detect/indicator/table.h"

#include <algorithm>
#include <bit>

namespace bridle {
namespace {

// For each key, rounded up: some 2 of 100 unknown values pass. 50,000 keys are 64 KiB, so that the
// filters of the few types that one kind of field is compared with stay in a core's second cache.
constexpr std::size_t kFilterBits = 8;

}  // namespace

void Table::build() {
  const std::size_t words =
      std::bit_ceil(std::max<std::size_t>(entries_.size() * kFilterBits / 64, 2));
  filter_.assign(words, 0);
  filter_shift_ = 64U - static_cast<unsigned>(std::countr_zero(words));
  slots_.assign(std::bit_ceil(std::max<std::size_t>(entries_.size() * 2, 2)), {});
  slot_mask_ = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::uint64_t hash = entries_[i].hash;
    filter_[hash >> filter_shift_] |= bits_of(hash);
    std::size_t at = hash & slot_mask_;
    while (slots_[at].entry != 0) at = (at + 1) & slot_mask_;
    slots_[at] = {static_cast<std::uint32_t>(i + 1), tag_of(hash)};
  }
}

void Table::note_into(std::vector<std::uint64_t>& keys, std::uint64_t space) {
  build();
  std::ranges::fill(filter_, ~0ULL);
  keys_ = &keys;
  space_ = space;
}

}  // namespace bridle
