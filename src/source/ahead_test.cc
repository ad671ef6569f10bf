#include "source/ahead.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace bridle {
namespace {

// `size` bytes that count up, then the problem if there is one.
class Counting : public Stream {
 public:
  Counting(std::uint64_t size, std::optional<Error> problem) : size_(size), problem_(problem) {}
  Result<std::size_t> read(std::span<std::byte> out) override {
    if (at_ == size_ && problem_) return std::unexpected(*problem_);
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - at_));
    for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<std::byte>((at_ + i) % 251);
    at_ += n;
    return n;
  }

 private:
  std::uint64_t size_, at_ = 0;
  std::optional<Error> problem_;
};

struct Taken {
  std::uint64_t size = 0;
  bool right = true;
  std::string problem = {};
  friend bool operator==(const Taken&, const Taken&) = default;
};

Taken take_all(std::uint64_t size, std::size_t piece, std::optional<Error> problem = {}) {
  Counting counting(size, problem);
  AheadStream ahead(counting);
  std::vector<std::byte> out(piece);
  Taken taken;
  for (;;) {
    const auto got = ahead.read(out);
    if (!got) taken.problem = got.error().what;
    if (!got || *got == 0) return taken;
    for (std::size_t i = 0; i < *got; ++i)
      taken.right = taken.right && out[i] == static_cast<std::byte>((taken.size + i) % 251);
    taken.size += *got;
  }
}

TEST(AheadStream, GivesWhatItsStreamGives) {
  for (const std::uint64_t size : {0U, 1U, (512U << 10) - 1, 512U << 10, (5U << 20) + 7})
    for (const std::size_t piece : {std::size_t{1} << 10, std::size_t{1} << 20})
      EXPECT_EQ(take_all(size, piece), Taken{.size = size});
}

TEST(AheadStream, GivesWhatCameBeforeAProblem) {
  const Error problem{Errc::malformed, "broken", 3};
  EXPECT_EQ(take_all(0, 100, problem), (Taken{.size = 0, .problem = "broken"}));
  EXPECT_EQ(take_all(3 << 20, 1 << 20, problem), (Taken{.size = 3 << 20, .problem = "broken"}));
}

TEST(AheadStream, MayBeLeftBeforeItsEnd) {
  Counting counting(64 << 20, {});
  AheadStream ahead(counting);
  std::vector<std::byte> out(100);
  EXPECT_EQ(ahead.read(out).value_or(0), out.size());
}

}  // namespace
}  // namespace bridle
