#include "view/shown_campaign.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

campaign::Campaign a_campaign(std::size_t calls) {
  const campaign::Evidence call{.phone = "P1",
                                .time = *parse_time("2019-05-03T10:11:12Z"),
                                .what = "missed video call",
                                .source = {0, "ios_whatsapp_calls", "E-001", "a\u202e.sqlite"},
                                .row = 77};
  campaign::Campaign out;
  out.accounts = {{.id = "+12025550123",
                   .country = "US",
                   .score = 0.98765,
                   .phones = {"P1"},
                   .why = "called 1 phone",
                   .evidence = std::vector(calls, call)}};
  out.servers = {{.id = "evil.example",
                  .country = {},
                  .score = 0.75,
                  .phones = {"P1"},
                  .why = "met by 1 phone",
                  .evidence = {}}};
  out.shared = {{.id = "com.evil.example",
                 .kind = "app",
                 .country = {},
                 .score = 0.6,
                 .phones = {"P1"},
                 .why = "on 1 of 1",
                 .evidence = {}}};
  out.phones = {{.id = "P1", .country = "FR", .score = 0.999, .first = call.time}};
  out.cells = {{.accounts = {"+12025550123"}, .servers = {"evil.example"}, .phones = {"P1"}}};
  out.homes = {{"P1", "FR"}, {"P2", ""}};
  return out;
}

TEST(ShownCampaign, SaysWhatTheFileSaysAndIsFitForTheEye) {
  EXPECT_EQ(
      shown_campaign_json(a_campaign(1)),
      R"({"accounts":[{"country":"US","id":"+12025550123","phones":["P1"],"score":0.988,"total":1,)"
      R"("traces":[{"artefact":"ios_whatsapp_calls","exhibit":"E-001","path":"a⟨U+202E⟩.sqlite",)"
      R"("phone":"P1","row":77,"time":"2019-05-03T10:11:12.000000Z","what":"missed video call"}],)"
      R"("why":"called 1 phone"}],)"
      R"("cells":[{"accounts":["+12025550123"],"phones":["P1"],"servers":["evil[.]example"],"shared":[]}],)"
      R"("homes":[{"country":"FR","name":"P1"},{"country":"","name":"P2"}],"hosts":0,)"
      R"("phones":[{"country":"FR","id":"P1","score":0.999}],)"
      R"("servers":[{"country":"","id":"evil[.]example","phones":["P1"],"score":0.75,"total":0,)"
      R"("traces":[],"why":"met by 1 phone"}],)"
      R"("shared":[{"country":"","id":"com.evil.example","kind":"app","phones":["P1"],"score":0.6,"total":0,)"
      R"("traces":[],"why":"on 1 of 1"}],"strangers":0,"victims":[)"
      R"({"country":"","examined":1,"high":0.7934506882081973,"low":0,"reached":0,"week":""},)"
      R"({"country":"FR","examined":1,"high":1,"low":0.2065493117918027,"reached":1,"week":"2019-04-29"},)"
      R"({"country":"FR","examined":1,"high":1,"low":0.2065493117918027,"reached":1,"week":""}]})"
      "\n");
}

TEST(ShownCampaign, NoMoreRecordsThanOneCanLookThroughAndHowManyThereAre) {
  const std::string json = shown_campaign_json(a_campaign(2001));
  std::size_t told = 0;
  for (std::size_t at = 0; (at = json.find("\"row\":77", at)) != std::string::npos; ++at) ++told;
  EXPECT_EQ(told, 2000U);
  EXPECT_TRUE(json.contains("\"total\":2001"));
}

}  // namespace
}  // namespace bridle
