#include "engine/batch.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <map>

#include "engine/errand.h"
#include "engine/packs.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

using Handed = std::expected<std::vector<NotTaken>, std::string>;

class Heard : public BatchWatcher {
 public:
  void done(const CheckedPhone& phone) override { names.push_back(phone.name); }
  void notice(const std::string& text) override { notices.push_back(text); }
  std::vector<std::string> names, notices;
};

std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

class BatchTest : public testing::Test {
 protected:
  // Each group that is handed on is a line of names, for it happens in another process.
  HandOn taking() {
    return [to = at_.path("taken")](std::span<const fs::path> cases) {
      std::ofstream out(to, std::ios::app);
      for (const fs::path& one : cases)
        out << one.filename().string() << (fs::exists(one / "result.json") ? " " : "? ");
      out << "\n";
      return Handed();
    };
  }

  std::map<std::string, CheckedPhone> run(const HandOn& hand_on) {
    const auto indicators = read_indicators({}, false, 1);
    options_.check.indicators = indicators->get();
    options_.check.builtin = false;
    options_.check.jobs = 1;
    options_.at_once = 3;
    const auto phones = phones_in(at_.path("phones"));
    const auto making = Unfinished::take(at_.path("making"));
    std::map<std::string, CheckedPhone> out;
    for (auto& one : check_batch(options_, phones->phones, *making, hand_on, heard_, stop_))
      if (one) out[one->name] = std::move(*one);
    return out;
  }

  TestFolder at_;
  BatchOptions options_;
  Heard heard_;
  std::atomic<bool> stop_{false};
};

TEST_F(BatchTest, TakesEachSubFolderForAPhone) {
  at_.write("phones/b/log.txt", "one");
  at_.write("phones/a/2.txt", "two");
  at_.write("phones/a/1.txt", "one");
  at_.write("phones/notes.txt", "no phone");
  fs::create_directory(at_.path("phones/c"));
  const auto found = phones_in(at_.path("phones"));
  ASSERT_EQ(found->phones.size(), 3U);
  EXPECT_EQ(found->phones[0].name, "a");
  EXPECT_EQ(found->phones[0].exhibits,
            (std::vector{at_.path("phones/a/1.txt"), at_.path("phones/a/2.txt")}));
  EXPECT_TRUE(found->phones[2].exhibits.empty());
  EXPECT_EQ(found->others, std::vector<std::string>{"notes.txt"});
  EXPECT_FALSE(phones_in(at_.path("nowhere")));
}

TEST_F(BatchTest, TakesABackupInPlaceOfAPhonesFolderForItsExhibit) {
  at_.write("phones/a/Manifest.db", "x");
  at_.write("phones/a/00/00aa", "x");
  at_.write("phones/b/acquisition.json", "{}");
  const auto found = phones_in(at_.path("phones"));
  ASSERT_EQ(found->phones.size(), 2U);
  EXPECT_EQ(found->phones[0].exhibits, std::vector{at_.path("phones/a")});
  EXPECT_EQ(found->phones[1].exhibits, std::vector{at_.path("phones/b")});
}

TEST_F(BatchTest, HandsEachCaseOnOnceAndLeavesNothingBehind) {
  for (const std::string name : {"a", "b", "c", "d", "e"})
    at_.write("phones/" + name + "/log.txt", "words of " + name);
  fs::create_directory(at_.path("phones/none"));
  const auto phones = run(taking());
  ASSERT_EQ(phones.size(), 6U);
  EXPECT_EQ(phones.at("a").verdict, Verdict::inconclusive);
  EXPECT_EQ(phones.at("a").code, 3);
  EXPECT_FALSE(phones.at("a").refused);
  EXPECT_EQ(phones.at("none").refused->why, "its folder holds no exhibit, or cannot be read");
  EXPECT_EQ(heard_.names.size(), 6U);
  EXPECT_EQ(lines_of(at_.path("taken")), std::vector<std::string>{"a b c d e "});
  EXPECT_FALSE(fs::exists(at_.path("making")));
}

TEST_F(BatchTest, KeepsTheCasesAndTakesAnEarlierOneAsItIs) {
  at_.write("phones/a/log.txt", "words");
  options_.kept = at_.path("cases");
  fs::create_directory(options_.kept);
  run(taking());
  const auto written = fs::last_write_time(options_.kept / "a" / "result.json");
  at_.write("phones/b/log.txt", "words");
  at_.write("phones/c/log.txt", "words");
  at_.write("cases/c/diary.txt", "no case");
  const auto phones = run(taking());
  EXPECT_EQ(phones.at("a").verdict, Verdict::inconclusive);
  EXPECT_EQ(fs::last_write_time(options_.kept / "a" / "result.json"), written);
  EXPECT_TRUE(phones.at("c").refused);
  EXPECT_TRUE(fs::exists(at_.path("cases/c/diary.txt")));
  EXPECT_EQ(lines_of(at_.path("taken")), (std::vector<std::string>{"a ", "a b "}));
  EXPECT_TRUE(phones.at("a").was_there);
  EXPECT_FALSE(phones.at("b").was_there);
}

TEST_F(BatchTest, OneThatIsNotTakenOnKeepsNoOtherBack) {
  for (const std::string name : {"a", "b", "c"}) at_.write("phones/" + name + "/x.txt", "words");
  const auto phones = run([](std::span<const fs::path> cases) -> Handed {
    return {{{.folder = cases[1], .why = "not this one"}}};
  });
  EXPECT_FALSE(phones.at("a").refused);
  EXPECT_EQ(phones.at("b").refused->why, "not this one");
  EXPECT_FALSE(phones.at("c").refused);
}

TEST_F(BatchTest, SaysWhyNothingIsTakenOn) {
  at_.write("phones/a/x.txt", "words");
  const auto phones =
      run([](std::span<const fs::path>) -> Handed { return std::unexpected("no space is left"); });
  EXPECT_EQ(phones.at("a").refused->why, "no space is left");
  EXPECT_EQ(phones.at("a").verdict, Verdict::inconclusive);
}

TEST_F(BatchTest, SaysSoIfHandingOnFalls) {
  at_.write("phones/a/x.txt", "words");
  const auto phones = run([](std::span<const fs::path>) -> Handed {
    raise(SIGKILL);
    return {};
  });
  ASSERT_TRUE(phones.at("a").refused);
  EXPECT_EQ(phones.at("a").refused->why, "handing its case on did not end well: killed");
}

TEST_F(BatchTest, StopsWhenNothingIsTakenOnAnyMore) {
  for (int n = 100; n < 150; ++n) at_.write("phones/" + std::to_string(n) + "/x.txt", "words");
  options_.kept = at_.path("nowhere");  // so that no case can be moved there
  const auto phones = run(taking());
  EXPECT_GE(phones.size(), 10U);
  EXPECT_TRUE(phones.at("100").refused);
  EXPECT_TRUE(lines_of(at_.path("taken")).empty());
}

TEST_F(BatchTest, BeginsNothingOnceItIsStopped) {
  at_.write("phones/a/x.txt", "words");
  stop_ = true;
  EXPECT_TRUE(run(taking()).empty());
}

TEST_F(BatchTest, RemovesWhatAnEarlierOneLeftAndIsAlone) {
  at_.write("making/a/result.json", "of a batch that was killed");
  const auto making = Unfinished::take(at_.path("making"));
  ASSERT_TRUE(making);
  EXPECT_TRUE(fs::is_empty(at_.path("making")));
  auto second = Errand::send([&] {
    const auto other = Unfinished::take(at_.path("making"));
    return Message{.said = Said::finished, .texts = {other ? "" : other.error()}};
  });
  EXPECT_EQ(second->back()->texts[0], at_.path("making") + ": another batch works there");
}

TEST(ErrandTest, TellsHowItEnded) {
  auto killed = Errand::send([]() -> Message { std::abort(); });
  EXPECT_EQ(killed->back().error(), "aborted");
  auto gone = Errand::send([]() -> Message { _exit(0); });
  EXPECT_EQ(gone->back().error(), "it ended without a word");
  auto well = Errand::send([] { return Message{.said = Said::finished, .numbers = {7}}; });
  EXPECT_EQ(well->back()->numbers, std::vector<std::uint64_t>{7});
}

}  // namespace
}  // namespace bridle
