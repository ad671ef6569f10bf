#include "lake/lake.h"

#include <gtest/gtest.h>

#include <fstream>

#include "lake/hunt.h"
#include "lake/lake_rows.h"
#include "lake/lookups.h"
#include "lake/test_case.h"
#include "sink/file_text.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

class LakeTest : public testing::Test {
 protected:
  LakeTest()
      : root_(fs::path(testing::TempDir()) /
              (std::string("lake_") +
               testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::remove_all(root_);
  }
  ~LakeTest() override { fs::remove_all(root_); }

  // A case with a call of each of those numbers.
  fs::path made(const std::string& name, const std::vector<std::string>& callers) const {
    const fs::path folder = root_ / name;
    make_test_case(folder, artefact_for_test("android_whatsapp_calls"), "peer", callers);
    return folder;
  }

  fs::path pack(std::string_view number) const {
    fs::path path = root_ / "pack.csv";
    std::ofstream(path) << "type,value\nphone," << number << "\n";
    return path;
  }

  std::vector<std::string> callers_in(const Lake& lake) const {
    std::vector<std::string> out;
    const auto view = LakeView::of(lake);
    const std::string_view fields[] = {"peer", "of_no_version"};
    const auto done = for_each_record(
        lake, *view, "android_whatsapp_calls", fields, [&](const LakeRecord& record) {
          out.push_back(std::string(record.case_name) + " " +
                        std::string(std::get<std::string_view>(record.values[0])));
          EXPECT_EQ(record.values[1], Value());
        });
    EXPECT_TRUE(done);
    return out;
  }

  fs::path root_;
};

using Strings = std::vector<std::string>;

TEST_F(LakeTest, KeepsWhatWasAddedAndOpensIdentifiers) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path cases[] = {made("b", {"15550100@s.whatsapp.net"}),
                            made("a", {"15550101@s.whatsapp.net", "15550100@s.whatsapp.net"})};
  const auto added = lake->add(cases);
  ASSERT_TRUE(added);
  EXPECT_EQ(added->records, 3U);
  EXPECT_TRUE(added->refused.empty());
  EXPECT_EQ(lake->names(), (std::set<std::string>{"a", "b"}));
  EXPECT_EQ(callers_in(*lake), (Strings{"a 15550101@s.whatsapp.net", "a 15550100@s.whatsapp.net",
                                        "b 15550100@s.whatsapp.net"}));
}

TEST_F(LakeTest, RefusesACaseTwiceAndWhatIsNoCase) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path one = made("a", {"15550100@s.whatsapp.net"});
  ASSERT_TRUE(lake->add(std::span(&one, 1)));
  const fs::path damaged = made("c", {"15550101@s.whatsapp.net"});
  std::ofstream(damaged / "records" / "android_whatsapp_calls.parquet") << "PAR1";
  const fs::path again[] = {one, root_ / "nothing", damaged,
                            made("d", {"15550102@s.whatsapp.net"})};
  const auto added = lake->add(again);
  ASSERT_TRUE(added);
  ASSERT_EQ(added->refused.size(), 3U);
  ASSERT_EQ(added->cases.size(), 1U);
  EXPECT_EQ(added->cases[0].name, "d");
  EXPECT_EQ(callers_in(*lake), (Strings{"a 15550100@s.whatsapp.net", "d 15550102@s.whatsapp.net"}));
}

TEST_F(LakeTest, RemovesACaseWholly) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path cases[] = {made("a", {"15550100@s.whatsapp.net"}),
                            made("b", {"15550101@s.whatsapp.net"})};
  ASSERT_TRUE(lake->add(cases));
  EXPECT_TRUE(lake->remove("a").value_or(false));
  EXPECT_EQ(lake->remove("a"), false);
  EXPECT_EQ(callers_in(*lake), Strings{"b 15550101@s.whatsapp.net"});
  for (const auto& entry : fs::recursive_directory_iterator(root_ / "lake"))
    EXPECT_NE(entry.path().stem(), "a") << entry.path();
}

TEST_F(LakeTest, ALakeThatWasBegunIsMade) {
  fs::create_directories(root_ / "lake" / "staging");
  EXPECT_TRUE(Lake::open_or_create(root_ / "lake"));
  fs::create_directories(root_ / "other" / "photos");
  EXPECT_FALSE(Lake::open_or_create(root_ / "other"));
  EXPECT_FALSE(Lake::open(root_ / "other"));
}

TEST_F(LakeTest, AHuntFindsSealedNumbersAndSaysWhatIsNew) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path cases[] = {made("a", {"15550100@s.whatsapp.net", "15550107@s.whatsapp.net"}),
                            made("b", {"15550101@s.whatsapp.net"})};
  ASSERT_TRUE(lake->add(cases));
  const auto found = hunt(*lake, {.packs = {pack("+15550107")}, .builtin = false});
  ASSERT_TRUE(found) << found.error();
  ASSERT_EQ(found->cases.size(), 2U);
  EXPECT_EQ(found->records, 3U);
  EXPECT_TRUE(found->cases[1].findings.empty());
  ASSERT_EQ(found->cases[0].findings.size(), 1U);
  EXPECT_EQ(found->cases[0].findings[0].value, "15550107@s.whatsapp.net");
  EXPECT_EQ(found->cases[0].findings[0].locator.row, 2U);
  EXPECT_TRUE(found->cases[0].is_new[0]);
}

TEST_F(LakeTest, ADamagedFileOfALakeIsNamed) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path one = made("a", {"15550107@s.whatsapp.net"});
  ASSERT_TRUE(lake->add(std::span(&one, 1)));
  const auto files = LakeView::of(*lake)->files();
  ASSERT_EQ(files.size(), 1U);
  fs::resize_file(files[0], fs::file_size(files[0]) / 2);
  const auto found = hunt(*lake, {.packs = {pack("+15550107")}, .builtin = false});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->gaps.size(), 1U);
  EXPECT_EQ(found->gaps[0].artefact, "android_whatsapp_calls");
}

// Whatever became of the look-ups, a hunt finds the same.
TEST_F(LakeTest, LookUpsOnlySaveAHuntWork) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path one = made("a", {"15550100@s.whatsapp.net", "15550107@s.whatsapp.net"});
  ASSERT_TRUE(lake->add(std::span(&one, 1)));
  const fs::path lookups = lookups_of(LakeView::of(*lake)->files().at(0));
  const std::string whole = file_text(lookups);
  ASSERT_FALSE(whole.empty());
  std::string damaged = whole;
  damaged[20] ^= 1;
  std::string older = whole;
  older[15] = '0';
  for (const std::string& bytes : {whole, damaged, older, whole.substr(0, 40), std::string()}) {
    std::ofstream(lookups) << bytes;
    const auto found = hunt(*lake, {.packs = {pack("+15550107")}, .builtin = false});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->gaps.empty());
    EXPECT_EQ(found->cases.at(0).findings.size(), 1U) << bytes.size();
  }
}

TEST_F(LakeTest, CompactingWritesLookUpsThatAreMissing) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path one = made("a", {"15550100@s.whatsapp.net"});
  ASSERT_TRUE(lake->add(std::span(&one, 1)));
  const fs::path before = LakeView::of(*lake)->files().at(0);
  EXPECT_TRUE(lake->compact(Lake::Which::all));
  EXPECT_EQ(LakeView::of(*lake)->files().at(0), before);  // nothing to do
  fs::remove(lookups_of(before));
  EXPECT_TRUE(lake->compact(Lake::Which::all));
  EXPECT_TRUE(fs::exists(lookups_of(LakeView::of(*lake)->files().at(0))));
}

TEST_F(LakeTest, AHuntForSomebodyElseOpensNoRecords) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path one = made("a", {"15550100@s.whatsapp.net"});
  ASSERT_TRUE(lake->add(std::span(&one, 1)));
  const fs::path records = LakeView::of(*lake)->files().at(0);
  const auto size = fs::file_size(records);
  std::ofstream(records) << std::string(size, 'x');  // as no hunt could read it
  const auto other = hunt(*lake, {.packs = {pack("+15550107")}, .builtin = false});
  ASSERT_TRUE(other);
  EXPECT_TRUE(other->gaps.empty());
  const auto same = hunt(*lake, {.packs = {pack("+15550100")}, .builtin = false});
  ASSERT_TRUE(same);
  EXPECT_EQ(same->gaps.size(), 1U);
}

// With the lake's key lost, what it blinded cannot be compared, and is not taken for nothing.
TEST_F(LakeTest, LookUpsOfAnotherKeyAreNotBelieved) {
  const auto lake = Lake::open_or_create(root_ / "lake");
  ASSERT_TRUE(lake);
  const fs::path one = made("a", {"15550100@s.whatsapp.net"});
  ASSERT_TRUE(lake->add(std::span(&one, 1)));
  const fs::path records = LakeView::of(*lake)->files().at(0);
  EXPECT_TRUE(Lookups::of(records, KeyBlinding(lake->key()).mark()));
  EXPECT_FALSE(Lookups::of(records, KeyBlinding(std::string(32, 'k')).mark()));
}

}  // namespace
}  // namespace bridle
