#include "format/usage_stats.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

// counter, then {token 3: "a.b", "a.b.C"}
const std::string kMappings = *from_hex("0805120e08031203612e621205612e622e43");

std::string shown(const std::string& file, const std::string& mappings = kMappings) {
  std::string out;
  std::optional<Error> damage;
  const UsageNames names = UsageNames::read(as_bytes(mappings), damage);
  if (damage) out = "(" + std::to_string(damage->at) + " " + damage->what + ")";
  const auto done = read_usage(
      as_bytes(file), names,
      {.event =
           [&](const UsageEvent& e) {
             out += std::to_string(e.at) + ":" + std::string(e.package) + "/" +
                    std::string(e.part) + " " + std::to_string(e.ms) + " " +
                    std::to_string(e.type) + ";";
           },
       .app =
           [&](const UsedApp& a) {
             out += std::to_string(a.at) + ":" + std::string(a.package) + " " +
                    std::to_string(a.last_used.value_or(-1)) + ";";
           },
       .broken = [&](const Error& e) { out += "(" + std::to_string(e.at) + " " + e.what + ")"; }});
  if (!done) out += "! " + std::to_string(done.error().at) + " " + done.error().what;
  return out;
}

TEST(UsageStats, ReadsTokens) {
  EXPECT_EQ(shown(*from_hex("1005a201040803180ab201080803100218142801")),
            "5:a.b 10;12:a.b/a.b.C 20 1;");
  EXPECT_EQ(shown(*from_hex("1005b2010408091002")), "5:/ 0 0;");
  EXPECT_EQ(shown(*from_hex("b201020803"), ""), "3:/ 0 0;");
}

TEST(UsageStats, ReadsAPool) {
  EXPECT_EQ(shown(*from_hex("120708011203612e62a201041001180ab20106100128143801")),
            "12:a.b 10;19:a.b/ 20 1;");
}

TEST(UsageStats, GoesOnAfterABrokenEntry) {
  EXPECT_EQ(shown(*from_hex("1005b2010308037fb201020803")),
            "5:a.b/ 0 0;(7 a sort of field that messages no longer have)11:a.b/ 0 0;");
  EXPECT_EQ(shown(*from_hex("1005b2010908")), "! 2 the message ends inside a field");
  EXPECT_EQ(shown("", *from_hex("1209")), "(0 the message ends inside a field)");
}

}  // namespace
}  // namespace bridle
