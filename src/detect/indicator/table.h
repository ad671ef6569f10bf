// Keys of indicators in a hash table with a small filter before it: a value that no pack knows
// costs one look into the filter, which stays in a core's cache, however many indicators there are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bridle {

struct IndicatorPlace {
  std::uint32_t pack;
  std::uint32_t indicator;
};

class Table {
 public:
  void add(std::uint64_t hash, IndicatorPlace place) { entries_.push_back({hash, place}); }
  void build();  // after the last add

  // In place of build(): it holds nothing, and notes each hash that it is asked for, as a key that
  // no other `space` has.
  void note_into(std::vector<std::uint64_t>& keys, std::uint64_t space);
  static std::uint64_t key(std::uint64_t hash, std::uint64_t space) {
    return hash ^ (space + 1) * 0x9e3779b97f4a7c15U;
  }

  bool empty() const { return entries_.empty() && !keys_; }

  bool may_have(std::uint64_t hash) const {
    const std::uint64_t bits = bits_of(hash);
    if ((filter_[hash >> filter_shift_] & bits) != bits) return false;
    if (keys_) keys_->push_back(key(hash, space_));
    return true;
  }

  // Calls each(place) for all entries with that hash, in the order of add().
  template <class Each>
  void find(std::uint64_t hash, const Each& each) const {
    if (!may_have(hash)) return;
    for (std::size_t at = hash & slot_mask_; slots_[at].entry != 0; at = (at + 1) & slot_mask_)
      if (slots_[at].tag == tag_of(hash) && entries_[slots_[at].entry - 1].hash == hash)
        each(entries_[slots_[at].entry - 1].place);
  }

  // Calls each(hash, place) for all entries.
  template <class Each>
  void for_each(const Each& each) const {
    for (const Entry& entry : entries_) each(entry.hash, entry.place);
  }

 private:
  struct Entry {
    std::uint64_t hash;
    IndicatorPlace place;
  };
  struct Slot {
    std::uint32_t entry;  // plus one; 0 is a free slot
    std::uint32_t tag;    // keeps most keys that passed the filter in vain away from the entries
  };

  static std::uint64_t bits_of(std::uint64_t hash) {
    return 1ULL << (hash & 63) | 1ULL << (hash >> 6 & 63) | 1ULL << (hash >> 12 & 63);
  }
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
  std::vector<std::uint64_t> filter_;
  std::size_t slot_mask_ = 0;
  unsigned filter_shift_ = 63;
  std::vector<std::uint64_t>* keys_ = nullptr;  // what it notes into, if it notes
  std::uint64_t space_ = 0;
};

}  // namespace bridle
