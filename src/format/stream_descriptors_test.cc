#include "format/stream_descriptors.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

using namespace std::string_literals;

std::string box(std::string_view name, const std::string& data) {
  const std::size_t size = data.size() + 8;
  return "\0\0"s + static_cast<char>(size >> 8) + static_cast<char>(size & 0xff) +
         std::string(name) + data;
}

std::string descriptor(char tag, const std::string& data, int more = 0) {
  return tag + ("\x80\x80\x80"s + static_cast<char>(static_cast<int>(data.size()) + more)) + data;
}

std::string film(const std::string& entry) {
  const std::string stsd = box("stsd", "\0\0\0\0\0\0\0\1"s + entry);
  return box("ftyp", "isom\0\0\0\0"s) +
         box("moov", box("trak", box("mdia", box("minf", box("stbl", stsd)))));
}

std::string sound(const std::string& inside, char version = 0) {
  const std::string more(version == 1 ? 16 : version == 2 ? 36 : 0, '\0');
  return box("mp4a", std::string(9, '\0') + version + std::string(18, '\0') + more + inside);
}

std::string esds(const std::string& descriptors) {
  return box("esds", "\0\0\0\0"s + descriptors);
}

std::string stream(int more = 0) {
  const std::string decoder =
      descriptor(4, std::string(13, '\1') + descriptor(5, "\x12\x10", more));
  return descriptor(3, "\0\1\0"s + decoder + descriptor(6, "\2"));
}

std::string told(const std::string& bytes) {
  const MediaParts parts = stream_descriptors(MemoryContent(as_bytes(bytes)));
  std::string out = std::to_string(parts.checked) + " checked";
  const auto add = [&](const char* what, const std::optional<Error>& e) {
    if (e) out += std::string(", ") + what + ": " + e->what + " at " + std::to_string(e->at);
  };
  add("odd", parts.first_odd);
  add("lost", parts.lost);
  return out;
}

TEST(StreamDescriptors, AreFoundInEachSortOfSampleEntry) {
  EXPECT_EQ(told(film(sound(esds(stream())))), "4 checked");
  EXPECT_EQ(told(film(sound(box("wave", box("mp4a", "\0\0\0\0"s) + esds(stream())), 1))),
            "4 checked");
  EXPECT_EQ(told(film(sound(esds(stream()), 2))), "4 checked");
  EXPECT_EQ(told(film(box("mp4v", std::string(78, '\0') + esds(stream()) + "\0\0\0\0"s))),
            "4 checked");
  EXPECT_EQ(told(film(box("mp4s", std::string(8, '\0') + esds(stream())))), "4 checked");
  EXPECT_EQ(told(film(sound(esds(stream() + "\0\0\0"s)))), "4 checked");
  const std::string all = "\0\1\xe0\0\2\3abc\0\2"s;  // depends on a stream, has a name, a clock
  EXPECT_EQ(told(film(sound(esds(descriptor(3, all + descriptor(6, "\2")))))), "2 checked");
  EXPECT_EQ(told(film(box("avc1", std::string(78, '\0')))), "0 checked");
}

TEST(StreamDescriptors, LargerThanWhatHoldsThemAreOdd) {
  const std::string odd =
      ", odd: a descriptor of an elementary stream is larger than what holds it at ";
  EXPECT_EQ(told(film(sound(esds(stream(1))))), "4 checked" + odd + "146");
  EXPECT_EQ(told(film(sound(esds(descriptor(3, "\0\1\0"s, 99))))), "1 checked" + odd + "120");
  EXPECT_EQ(told(film(sound(esds(descriptor(4, "short"))))), "1 checked" + odd + "125");
  EXPECT_EQ(told(film(sound(esds("\5\xff\xff\xff\xff\1"s)))),
            "1 checked, odd: the size of a descriptor has no end at 120");
}

TEST(StreamDescriptors, OfBoxesThatDoNotFitAreLost) {
  const std::string file = film(sound(esds(stream())));
  EXPECT_EQ(told(file.substr(0, file.size() - 3)),
            "4 checked, lost: a box breaks off at " + std::to_string(file.size() - 3));
  EXPECT_EQ(told(box("moov", "\0\0\0\x40trak"s)),
            "0 checked, lost: a box leaves the one it stands in at 8");
  EXPECT_EQ(told(film(box("mp4v", "short"))), "0 checked, lost: a box has no head at 80");
  std::string deep;
  for (unsigned i = 0; i < 20; ++i) deep = box("trak", deep);
  EXPECT_EQ(told(deep), "0 checked, lost: boxes stand too deep at 104");
  EXPECT_EQ(told("\0\0\0\1moov\0\0\0\0\0\0\0\x10"s), "0 checked");
}

}  // namespace
}  // namespace bridle
