#include "view/lake_site.h"

#include <gtest/gtest.h>

#include "sink/case_folder.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

class LakeSiteTest : public testing::Test {
 protected:
  // A case whose check said so.
  std::filesystem::path made(const std::string& name, Verdict verdict, bool complete) const {
    const std::filesystem::path folder = folder_.path(name);
    const auto made = CaseFolder::create(folder);
    Outcome outcome{.version = BRIDLE_VERSION,
                    .verdict = verdict,
                    .complete = complete,
                    .exhibits = {{.kind = "whatsapp-database",
                                  .sha256 = name,
                                  .device = {.model = "Phone 1", .os = "Android 9"}}}};
    if (verdict == Verdict::lead)
      outcome.findings.push_back({.rule = "unanswered_call", .artefact = "ios_whatsapp_calls"});
    EXPECT_TRUE(made && made->write_result(outcome) && made->write_case(outcome, {}));
    return folder;
  }

  LakeSite site(const std::vector<std::filesystem::path>& cases) const {
    auto lake = Lake::open_or_create(folder_.path("lake"));
    EXPECT_TRUE(lake && lake->add(cases));
    return LakeSite(std::move(*lake), "fr");
  }

  static HttpAnswer get(LakeSite& site, const std::string& target) {
    return site.answer(
        *http_request("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n"));
  }

  TestFolder folder_;
};

TEST_F(LakeSiteTest, EachCaseStandsWithWhatItsCheckSaid) {
  LakeSite shown =
      site({made("b", Verdict::no_match, false), made("a\u202e", Verdict::lead, true)});
  std::string body = get(shown, "/api/lake").body;
  for (std::size_t at; (at = body.find("\"id\":\"C-")) != std::string::npos;)
    body.replace(at, body.find(',', at) - at, "\"id\":0");
  EXPECT_EQ(body,
            "{\"cases\":["
            "{\"complete\":true,\"devices\":[\"Phone 1 Android 9\"],\"findings\":1,\"gaps\":0,"
            "\"id\":0,\"name\":\"a⟨U+202E⟩\",\"verdict\":\"lead\"},"
            "{\"complete\":false,\"devices\":[\"Phone 1 Android 9\"],\"findings\":0,\"gaps\":0,"
            "\"id\":0,\"name\":\"b\",\"verdict\":\"no_match\"}],"
            "\"name\":\"lake\",\"records\":0,\"unreadable\":[],\"version\":\"" BRIDLE_VERSION
            "\"}\n");
}

TEST_F(LakeSiteTest, AResultThatCannotBeReadIsNamed) {
  LakeSite shown = site({made("a", Verdict::no_match, true)});
  folder_.write("lake/segments/000001/results/a.json", "{");
  EXPECT_TRUE(get(shown, "/api/lake").body.contains("\"unreadable\":[\"a\"]"));
  EXPECT_EQ(get(shown, "/api/case?name=a").status, 500);
}

TEST_F(LakeSiteTest, ACaseIsFoundByTheNameThatIsShown) {
  LakeSite shown = site({made("a\u202e", Verdict::lead, true)});
  const std::string name = "name=a%E2%9F%A8U%2B202E%E2%9F%A9";
  EXPECT_TRUE(get(shown, "/api/case?" + name).body.contains("\"verdict\":\"lead\""));
  EXPECT_TRUE(get(shown, "/api/findings?" + name).body.contains("\"rule\":\"unanswered_call\""));
  EXPECT_TRUE(get(shown, "/api/findings?first=1&" + name).body.contains("\"findings\":[]"));
  for (const char* other : {"b", "", "../results/a", "a"})
    EXPECT_EQ(get(shown, std::string("/api/case?name=") + other).status, 404) << other;
}

TEST_F(LakeSiteTest, TheCampaignIsFoundAnewWhenTheLakeChanged) {
  LakeSite shown = site({made("a", Verdict::no_match, true)});
  EXPECT_EQ(get(shown, "/api/campaign").body,
            "{\"accounts\":[],\"cells\":[],\"homes\":[{\"country\":\"\",\"name\":\"a\"}],"
            "\"hosts\":0,\"phones\":[],\"servers\":[],\"shared\":[],\"strangers\":0,\"victims\":["
            "{\"country\":\"\",\"examined\":1,\"high\":0.7934506882081973,\"low\":0,"
            "\"reached\":0,\"week\":\"\"}]}\n");
  const std::filesystem::path more[] = {made("b", Verdict::no_match, true)};
  EXPECT_TRUE(Lake::open(folder_.path("lake"))->add(more));
  EXPECT_TRUE(get(shown, "/api/campaign").body.contains("\"name\":\"b\""));
  EXPECT_TRUE(Lake::open(folder_.path("lake"))->remove("a"));
  EXPECT_FALSE(get(shown, "/api/campaign").body.contains("\"name\":\"a\""));
}

TEST_F(LakeSiteTest, NothingCanBeChangedAndThePageSaysWhatItShows) {
  LakeSite shown = site({made("a", Verdict::no_match, true)});
  EXPECT_EQ(get(shown, "/api/settings").body, "{\"language\":\"fr\",\"shows\":\"lake\"}\n");
  EXPECT_EQ(get(shown, "/lake.js").type, "text/javascript; charset=utf-8");
  EXPECT_EQ(get(shown, "/nothing.js").status, 404);
  EXPECT_EQ(get(shown, "/api/sql").status, 404);
  const auto post = http_request(
      "POST /api/review HTTP/1.1\r\nHost: 127.0.0.1:4711\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(shown.answer(*post).status, 405);
}

}  // namespace
}  // namespace bridle
