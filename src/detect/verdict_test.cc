#include "detect/verdict.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

Finding process(std::string_view artefact, std::int64_t second) {
  Finding f;
  f.claim = Class::executed;
  f.campaign = "Kestrel";
  f.indicator = Cited{.pack = "p", .id = "i", .type = "process", .value = "kestreld"};
  f.artefact = artefact;
  f.times = {{.field = "time", .at = Time{second * kSecond}}};
  return f;
}

Finding link(Level level, std::string_view campaign, std::int64_t second) {
  Finding f;
  f.claim = Class::delivered;
  f.level = level;
  f.campaign = campaign;
  f.indicator = Cited{.pack = "p", .id = "j", .type = "domain", .value = "kestrel.example"};
  f.artefact = "ios_safari_history";
  f.times = {{.field = "time", .at = Time{second * kSecond}}};
  return f;
}

TEST(Corroborate, NamesDoNotSpeakForNames) {
  std::vector<Finding> findings = {process("ios_datausage", 10), process("ios_tcc", 20)};
  corroborate(findings);
  EXPECT_EQ(findings[0].level, Level::lead);
  EXPECT_EQ(findings[1].level, Level::lead);
  EXPECT_TRUE(findings[0].with.empty());
}

TEST(Corroborate, AnUnknownProgramDoesNotSpeakForAName) {
  Finding unknown = process("ios_datausage_process", 10);
  unknown.indicator.reset();
  unknown.campaign.clear();
  std::vector<Finding> findings = {process("ios_osanalytics_addaily", 20), unknown};
  corroborate(findings);
  EXPECT_EQ(findings[0].level, Level::lead);
  EXPECT_TRUE(findings[0].with.empty());
}

TEST(Corroborate, ALinkOfTheSameCampaignRaisesAName) {
  std::vector<Finding> findings = {process("ios_datausage", 10),
                                   link(Level::match, "Kestrel", 900'000)};
  corroborate(findings);
  EXPECT_EQ(findings[0].level, Level::match);
  EXPECT_EQ(findings[0].with, std::vector<std::size_t>{1});
  EXPECT_EQ(findings[1].with, std::vector<std::size_t>{0});
}

TEST(Corroborate, ADeliveryWithinTheHourRaisesAName) {
  std::vector<Finding> findings = {process("ios_datausage", 4000), link(Level::lead, "", 1000)};
  corroborate(findings);
  EXPECT_EQ(findings[0].level, Level::match);
  findings = {process("ios_datausage", 9000), link(Level::lead, "", 1000)};
  corroborate(findings);
  EXPECT_EQ(findings[0].level, Level::lead);
}

TEST(Verdict, NothingFoundIsOnlyANoMatchIfCoreWasRead) {
  Coverage sms{
      .exhibit = 0, .surface = "ios_sms", .state = State::read, .records = 5, .gaps = 0, .why = {}};
  EXPECT_EQ(verdict({}, {}), Verdict::inconclusive);
  EXPECT_EQ(verdict({}, {&sms, 1}), Verdict::no_match);
  sms.gaps = 1;
  EXPECT_EQ(verdict({}, {&sms, 1}), Verdict::inconclusive);
  sms.gaps = 0;
  sms.state = State::encrypted;
  EXPECT_EQ(verdict({}, {&sms, 1}), Verdict::inconclusive);
}

TEST(Verdict, AFindingStandsWhateverWasNotRead) {
  std::vector<Finding> findings = {link(Level::lead, "", 0)};
  EXPECT_EQ(verdict(findings, {}), Verdict::lead);
  findings.push_back(link(Level::match, "", 0));
  EXPECT_EQ(verdict(findings, {}), Verdict::match);
}

}  // namespace
}  // namespace bridle
