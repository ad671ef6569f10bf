#include "format/netstats_file.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

const std::string kFile = *from_hex(
    "414e45540000001000000001"
    "0000000800000001"
    "000000000000000d0100033331300001010000000000000000070000000000000001"
    "00000001"
    "000027a6ffffffff00000005"
    "0000000300000000006ddd00"
    "0000000280caed83ba338084a587ba33"
    "00000002010200000002030400000002050600000002070800000002090a000000020b8001");

std::string shown(std::string_view bytes) {
  Arena arena;
  auto file = NetstatsFile::open(as_bytes(bytes), arena);
  if (!file) return file.error().what;
  std::string out;
  while (true) {
    const auto entry = file->next();
    if (!entry) return out + "! " + std::to_string(entry.error().at) + " " + entry.error().what;
    if (!*entry) return out;
    const NetstatsEntry& e = **entry;
    for (const NetstatsIdentity& i : e.network)
      out += std::to_string(i.type) + " " + std::to_string(i.mobile_type) + " " +
             std::string(i.subscriber.value_or("-")) + std::string(i.network.value_or("-")) + " " +
             std::to_string(i.subscription.value_or(-1)) + ": ";
    out += std::to_string(e.uid) + " " + std::to_string(e.set) + " " + std::to_string(e.tag);
    for (const NetstatsBucket& b : e.buckets)
      for (const std::int64_t n : {b.begins_ms, *b.active_ms, b.received, *b.packets_received,
                                   b.sent, *b.packets_sent, *b.operations})
        out += " " + std::to_string(n);
  }
}

TEST(NetstatsFile, ReadsAnEntry) {
  EXPECT_EQ(shown(kFile),
            "0 13 310- 7: 10150 -1 5 1767924000000 1 3 5 7 9 11 1767931200000 2 4 6 8 10 128");
}

TEST(NetstatsFile, SaysWhereItWasCut) {
  for (std::size_t n = 12; n < kFile.size(); ++n)
    EXPECT_TRUE(shown(kFile.substr(0, n)).starts_with("! ")) << n;
  EXPECT_EQ(shown(kFile.substr(0, 11)), "the data ends early");
}

TEST(NetstatsFile, BelievesNoCount) {
  std::string file = kFile;
  file[82] = '\x7f';
  EXPECT_EQ(shown(file), "! 82 an array longer than the file");
  file[70] = '\x7f';
  EXPECT_EQ(shown(file), "! 70 another version of a history");
  EXPECT_EQ(shown("ANET"), "the data ends early");
  EXPECT_EQ(shown("anet"), "not a file of network statistics");
  EXPECT_EQ(shown(*from_hex("414e45540000000400000001")), "another version of the statistics");
}

}  // namespace
}  // namespace bridle
