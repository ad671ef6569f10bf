#include "format/read_ahead.h"

#include <algorithm>

namespace bridle {
namespace {

constexpr std::size_t kFirst = std::size_t{8} << 10;
constexpr std::size_t kMost = std::size_t{256} << 10;
// Pages of one table do not lie side by side: those of its indices stand between them.
constexpr std::size_t kNear = std::size_t{64} << 10;

}  // namespace

// Twice the piece that ends here or shortly before; a first guess after a jump.
std::size_t ReadAhead::size_for(std::uint64_t at) const {
  std::size_t best = kFirst;
  for (const Piece& p : pieces_) {
    const std::uint64_t end = p.at + p.size;
    if (p.size > 0 && at >= end && at - end <= kNear) best = std::max(best, 2 * p.size);
  }
  return std::min(best, kMost);
}

Result<void> ReadAhead::load(Piece& piece, std::uint64_t at, std::size_t n) {
  piece.at = at;
  piece.size = 0;
  if (piece.bytes.size() < n) piece.bytes.resize(n);
  TRY(content_->read(at, std::span(piece.bytes).first(n)));
  piece.size = n;
  return {};
}

Result<void> ReadAhead::read(std::uint64_t at, std::span<std::byte> out) {
  ++clock_;
  Piece* oldest = &pieces_.front();
  for (Piece& p : pieces_) {
    if (p.holds(at, out.size())) {
      p.used = clock_;
      std::copy_n(p.bytes.begin() + static_cast<std::ptrdiff_t>(at - p.at), out.size(),
                  out.begin());
      return {};
    }
    if (p.used < oldest->used) oldest = &p;
  }
  const std::uint64_t left = at < size() ? size() - at : 0;
  const std::size_t n = static_cast<std::size_t>(std::min<std::uint64_t>(size_for(at), left));
  // A big piece may touch a bad place that the wanted bytes do not.
  if (n <= out.size() || !load(*oldest, at, n)) return content_->read(at, out);
  oldest->used = clock_;
  std::copy_n(oldest->bytes.begin(), out.size(), out.begin());
  return {};
}

}  // namespace bridle
