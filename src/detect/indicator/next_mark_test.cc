#include "detect/indicator/next_mark.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bridle {
namespace {

// Where all marks of a text stand. A vector's text ends where its memory ends, for sanitizers.
std::vector<std::size_t> marks(const std::string& written) {
  const std::vector<char> exact(written.begin(), written.end());
  const std::string_view text(exact.data(), exact.size());
  std::vector<std::size_t> out;
  for (auto at = next_mark(text, 0); at < text.size(); at = next_mark(text, at + 1))
    out.push_back(at);
  return out;
}

// Sixteen bytes are looked at together: every length and every place in them.
TEST(NextMark, FindsEveryMarkInTextsOfEveryLength) {
  for (std::size_t size = 0; size < 70; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      std::string dot(size, 'a');
      dot[at] = '.';
      const bool inside = at > 0 && at + 1 < size;
      EXPECT_EQ(marks(dot), inside ? std::vector{at} : std::vector<std::size_t>()) << dot;
      std::string colon(size, 'a');
      colon[at] = ':';
      if (at + 1 < size) colon[at + 1] = at % 2 == 0 ? '/' : '\\';
      EXPECT_EQ(marks(colon), at + 1 < size ? std::vector{at} : std::vector<std::size_t>())
          << colon;
    }
}

TEST(NextMark, PassesDotsAndColonsThatBeginNoHost) {
  EXPECT_EQ(marks("This ends. So does this. \"yes.\" 12:30 a: b"), std::vector<std::size_t>());
  EXPECT_EQ(marks("see a.b, http://c.d and \u8bf7.\u8c22 now"),
            (std::vector<std::size_t>{5, 13, 17, 27}));
}

}  // namespace
}  // namespace bridle
