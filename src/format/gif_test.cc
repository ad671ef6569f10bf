#include "format/gif.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

using namespace std::string_literals;

std::string told(const std::string& bytes) {
  MediaParts parts;
  const auto end = walk_gif(MemoryContent(as_bytes(bytes)), parts);
  std::string out = std::to_string(parts.width) + "x" + std::to_string(parts.height) + ", " +
                    std::to_string(parts.checked) + " frames, " + std::to_string(parts.odd) +
                    " odd";
  if (parts.first_odd) out += " at " + std::to_string(parts.first_odd->at);
  return out + (end ? "" : std::string(", ") + end.error().what);
}

// A frame of this width and height below 256, and its data.
std::string frame(char width, char height) {
  return ",\0\0\0\0"s + width + '\0' + height + '\0' + "\0\2\2zz\0"s;
}

const std::string kScreen = "GIF89a\x18\0\x0a\0\0\0\0"s;

TEST(Gif, CountsFramesThatAllocateNothing) {
  EXPECT_EQ(told(kScreen + frame(24, 10) + ";"), "24x10, 1 frames, 0 odd");
  // What no decoder allocates anew for, and larger ones with area, are harmless.
  EXPECT_EQ(told(kScreen + frame(24, 10) + frame(0, 0) + frame(24, 0) + frame(0, 10) + ";"),
            "24x10, 4 frames, 0 odd");
  EXPECT_EQ(told(kScreen + frame(100, 100) + ";"), "24x10, 1 frames, 0 odd");
  EXPECT_EQ(told(kScreen + frame(24, 10) + frame(25, 0) + frame(0, 11) + ";"),
            "24x10, 3 frames, 2 odd at 28");
  EXPECT_EQ(told(kScreen + frame(24, 10)), "24x10, 1 frames, 0 odd, a part breaks off");
  EXPECT_EQ(told("GIF89a"), "0x0, 0 frames, 0 odd, a part breaks off");
}

}  // namespace
}  // namespace bridle
