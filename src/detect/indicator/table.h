// Keys of indicators in one hash table with a small filter before it: a value that no pack knows
// costs one look into the filter, however many indicators there are.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bridle {

// Sorts of keys that never equal one another.
enum class Space : std::uint8_t {
  host,
  url,
  url_host,
  ip,
  cidr,
  email,
  process,
  process_cut,
  name,
  path,
  folder,
  hash,
  certificate,
  app,
  profile,
  property,
  phone
};

// A hash made one byte at a time, so that every label or path component passed on the way has its
// own.
class Hash {
 public:
  explicit Hash(Space space)
      : h_(0x51ed270b35ae2d17U + (static_cast<std::uint64_t>(space) << 56)) {}

  void add(char c) {
    h_ = std::rotl((h_ ^ static_cast<unsigned char>(c)) * 0x9e3779b97f4a7c15U, 29);
  }
  void add(std::string_view s) {
    for (const char c : s) add(c);
  }
  std::uint64_t value() const {
    const std::uint64_t v = (h_ ^ h_ >> 32) * 0xd6e8feb86659fd93U;
    return v ^ v >> 32;
  }

 private:
  std::uint64_t h_;
};

struct Place {
  std::uint32_t pack;
  std::uint32_t indicator;
  Space space;
};

class Table {
 public:
  void add(std::uint64_t hash, Place place) { entries_.push_back({hash, place}); }
  void build();  // after the last add

  bool may_have(std::uint64_t hash) const {
    const std::uint64_t bits = 1ULL << (hash & 63) | 1ULL << (hash >> 6 & 63);
    return (filter_[hash >> filter_shift_] & bits) == bits;
  }

  // Calls each(place) for all entries with that hash, in the order of add().
  template <class Each>
  void find(std::uint64_t hash, const Each& each) const {
    if (!may_have(hash)) return;
    for (std::size_t slot = hash & slot_mask_; slots_[slot] != 0; slot = (slot + 1) & slot_mask_) {
      std::size_t i = slots_[slot] - 1;
      if (entries_[i].hash != hash) continue;
      for (; i < entries_.size() && entries_[i].hash == hash; ++i) each(entries_[i].place);
      return;
    }
  }

 private:
  struct Entry {
    std::uint64_t hash;
    Place place;
  };
  std::vector<Entry> entries_;        // by hash
  std::vector<std::uint32_t> slots_;  // index of the first entry of a hash, plus one
  std::vector<std::uint64_t> filter_;
  std::size_t slot_mask_ = 0;
  unsigned filter_shift_ = 63;
};

}  // namespace bridle
