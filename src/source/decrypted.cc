#include "source/decrypted.h"

#include <algorithm>
#include <array>
#include <vector>

namespace bridle {
namespace {

constexpr std::uint64_t kBlock = 16;

class Decrypted : public Content {
 public:
  Decrypted(std::unique_ptr<Content> stored, const AesKey& key, const AesBlock& iv)
      : stored_(std::move(stored)), key_(key), iv_(iv), size_(stored_->size()) {}
  ~Decrypted() override { wipe(key_); }

  std::uint64_t size() const override { return size_; }

  Result<void> read(std::uint64_t at, std::span<std::byte> out) const override {
    if (at > size_ || out.size() > size_ - at)
      return fail(Errc::truncated, "the data ends early", size_);
    if (out.empty()) return {};
    // Whole blocks are decrypted where they are wanted; only a ragged start or end is copied.
    if (at % kBlock == 0 && out.size() % kBlock == 0) return read_blocks(at, out);
    const std::uint64_t first = at / kBlock * kBlock;
    const std::uint64_t last = (at + out.size() + kBlock - 1) / kBlock * kBlock;
    std::vector<std::byte> blocks(static_cast<std::size_t>(last - first));
    TRY(read_blocks(first, blocks));
    std::copy_n(blocks.begin() + static_cast<std::ptrdiff_t>(at - first), out.size(), out.begin());
    return {};
  }

  Result<void> find_size(std::uint64_t size_in_index) {
    if (size_ % kBlock != 0) {  // it was cut: what is left has no padding
      size_ -= size_ % kBlock;
      return {};
    }
    if (size_ == 0) return {};
    std::array<std::byte, kBlock> last{};
    TRY(read_blocks(size_ - kBlock, last));
    const auto padding = std::to_integer<std::uint64_t>(last.back());
    const bool valid = padding >= 1 && padding <= kBlock &&
                       std::ranges::all_of(std::span(last).last(padding),
                                           [&](std::byte b) { return b == last.back(); });
    size_ = valid ? size_ - padding : std::min(size_, size_in_index);
    return {};
  }

 private:
  Result<void> read_blocks(std::uint64_t at, std::span<std::byte> out) const {
    AesBlock before = iv_;
    if (at > 0) TRY(stored_->read(at - kBlock, before));
    TRY(stored_->read(at, out));
    decrypt_cbc(key_, before, out);
    return {};
  }

  std::unique_ptr<Content> stored_;
  AesKey key_;
  AesBlock iv_;
  std::uint64_t size_;
};

}  // namespace

Result<std::unique_ptr<Content>> decrypted(std::unique_ptr<Content> stored, const AesKey& key,
                                           std::uint64_t size_in_index, const AesBlock& iv) {
  auto out = std::make_unique<Decrypted>(std::move(stored), key, iv);
  TRY(out->find_size(size_in_index));
  return out;
}

}  // namespace bridle
