// Memory for decoded text that lives as long as one job: taken piece by piece, freed at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/bytes.h"

namespace bridle {

class Arena {
 public:
  // n bytes, zeroed only where fresh; valid until clear() or the arena's end.
  std::span<std::byte> take(std::size_t n) {
    if (n > left_) grow(n);
    std::byte* const at = next_;
    next_ += n;
    left_ -= n;
    return {at, n};
  }

  // A copy of the text.
  std::string_view keep(std::string_view s) {
    if (s.empty()) return {};
    const auto to = take(s.size());
    std::memcpy(to.data(), s.data(), s.size());
    return as_text(to);
  }

  // A value of a type that needs no destructor.
  template <class T>
  T& make(const T& value) {
    static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);
    auto place = take(sizeof(T) + alignof(T) - 1);
    void* at = place.data();
    std::size_t space = place.size();
    return *std::construct_at(static_cast<T*>(std::align(alignof(T), sizeof(T), at, space)), value);
  }

  // Forgets all pieces; keeps the largest block for the next ones.
  void clear() {
    if (blocks_.size() > 1) {
      std::swap(blocks_.front(), blocks_.back());
      blocks_.resize(1);
    }
    if (blocks_.empty()) return;
    next_ = blocks_.front().data.get();
    left_ = blocks_.front().size;
  }

 private:
  struct Block {
    std::unique_ptr<std::byte[]> data;
    std::size_t size;
  };

  void grow(std::size_t n) {
    const std::size_t last = blocks_.empty() ? 0 : blocks_.back().size;
    const std::size_t size =
        std::max({n, std::size_t{4096}, std::min(2 * last, std::size_t{1} << 20)});
    blocks_.push_back({std::make_unique<std::byte[]>(size), size});
    next_ = blocks_.back().data.get();
    left_ = size;
  }

  std::vector<Block> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace bridle
