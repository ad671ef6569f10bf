// What leaves a case at each level, in each form.
#include "sink/shared_case.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "base/text.h"
#include "sink/case_folder.h"
#include "sink/export.h"
#include "sink/file_text.h"
#include "sink/records.h"
#include "sink/sample.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was sent"},     {"text", Kind::content, "what was written"},
    {"handle", Kind::account, "the other side"},  {"chat_name", Kind::content, "the chat's name"},
    {"path", Kind::path, "of what came with it"}, {"score", Kind::real, "where"}};
constexpr std::string_view kReads[] = {"sms.db"};
constinit const Artefact kArtefact{.id = "ios_sms",
                                   .title = "Messages",
                                   .reads = kReads,
                                   .fields = kFields,
                                   .trace = Trace::received,
                                   .parse = nullptr};

constexpr std::int64_t kSent = 1'556'878'272'000'000;  // of the record with a finding
constexpr std::string_view kLink = "https://bad.example/x";

fs::path fresh(const std::string& name) {
  fs::path path = fs::path(testing::TempDir()) / ("shared-" + name);
  fs::remove_all(path);
  return path;
}

// Three messages: one with a finding, one a minute later, one a day later.
fs::path made_case(const std::string& name) {
  Outcome outcome = sample_outcome();
  outcome.exhibits[0].device.serial = "F2LX0EXAMPLE";
  outcome.exhibits[0].device.phone = "+15555550100";
  outcome.findings[0].value = kLink;
  outcome.findings[1].why = "The file of 15555550101@s.whatsapp.net lies on F2LX0EXAMPLE.";
  const auto folder = CaseFolder::create(fresh(name));
  EXPECT_TRUE(folder->write_result(outcome));
  EXPECT_TRUE(folder->write_case(outcome, {}));
  std::ofstream(folder->path() / "case.key") << std::string(64, '0') << "\n";
  FilesIn records(folder->records());
  auto file = RecordFile::open(records, "ios_sms.parquet", kArtefact);
  const auto add = [&](std::uint64_t row, std::int64_t at, std::string_view text) {
    const Value values[] = {Time{at},
                            text,
                            std::string_view("+1 555 555 0101"),
                            std::string_view("Ann and Bob"),
                            std::string_view("Media/15555550101@s.whatsapp.net/a.jpg"),
                            48.5};
    file.append({0, "Library/SMS/sms.db", "HomeDomain", "bb00", row}, values);
  };
  add(77, kSent, "ann@mail.example says: see https://bad.example/x");
  add(78, kSent + 60 * kSecond, "my number is 15555550100");
  add(79, kSent + 86'400 * kSecond, "tomorrow");
  EXPECT_EQ(file.close(), 3U);
  return folder->path();
}

// The records as they leave, one a line.
std::string leaving(const fs::path& folder, Sharing how) {
  auto shared = SharedCase::open(folder, how);
  EXPECT_TRUE(shared);
  std::string out;
  EXPECT_TRUE(shared->each_artefact([&](SharedTable& table) -> Result<void> {
    for (;;) {
      const auto row = TRY(table.next());
      if (!row) return {};
      out += std::to_string(row->record.row);
      for (const Value& value : row->record.values) {
        out += " | ";
        if (const auto* s = std::get_if<std::string_view>(&value)) out += *s;
        if (const auto* d = std::get_if<double>(&value)) out += std::to_string(*d);
      }
      out += "\n";
    }
  }));
  return out;
}

TEST(SharedCase, GivesEachLevelMore) {
  const fs::path folder = made_case("levels");
  EXPECT_EQ(leaving(folder, {.level = Share::verdict}), "");
  EXPECT_EQ(leaving(folder, {.level = Share::matched}),
            "77 |  | https://bad.example/x | phone-imgjnjelaken | name-ohnjdndgelcc | "
            "withheld-cgglpiimcpch | \n");
  EXPECT_EQ(leaving(folder, {.level = Share::context}),
            "77 |  | email-bkdfdmjpbkkj says: see https://bad.example/x | phone-imgjnjelaken | "
            "name-ohnjdndgelcc | "
            "Media/phone-imgjnjelaken/a.jpg | 48.500000\n"
            "78 |  | my number is phone-fdfhlmdipocp | phone-imgjnjelaken | name-ohnjdndgelcc | "
            "Media/phone-imgjnjelaken/a.jpg | 48.500000\n");
  EXPECT_EQ(leaving(folder, {.level = Share::full}),
            "77 |  | email-bkdfdmjpbkkj says: see https://bad.example/x | phone-imgjnjelaken | "
            "name-ohnjdndgelcc | "
            "Media/phone-imgjnjelaken/a.jpg | 48.500000\n"
            "78 |  | my number is 15555550100 | phone-imgjnjelaken | name-ohnjdndgelcc | "
            "Media/phone-imgjnjelaken/a.jpg | 48.500000\n"
            "79 |  | tomorrow | phone-imgjnjelaken | name-ohnjdndgelcc | "
            "Media/phone-imgjnjelaken/a.jpg | 48.500000\n");
  EXPECT_EQ(
      leaving(folder, {.level = Share::context, .names = Names::revealed}),
      "77 |  | ann@mail.example says: see https://bad.example/x | +1 555 555 0101 | Ann and Bob | "
      "Media/15555550101@s.whatsapp.net/a.jpg | 48.500000\n"
      "78 |  | my number is 15555550100 | +1 555 555 0101 | Ann and Bob | "
      "Media/15555550101@s.whatsapp.net/a.jpg | 48.500000\n");
}

TEST(SharedCase, KeepsFindingsAndGapsOutOfTheVerdict) {
  const fs::path folder = made_case("verdict");
  const auto shared = SharedCase::open(folder, {.level = Share::verdict});
  ASSERT_TRUE(shared);
  EXPECT_TRUE(shared->outcome().findings.empty());
  EXPECT_TRUE(shared->outcome().gaps.empty());
  ASSERT_EQ(shared->counts().size(), 2U);
  EXPECT_EQ(shared->counts()[0].findings, 1U);
  EXPECT_EQ(shared->outcome().verdict, Verdict::match);
}

TEST(SharedCase, HidesPeopleInTheEnginesOwnWords) {
  const auto shared = SharedCase::open(made_case("words"), {});
  ASSERT_TRUE(shared);
  EXPECT_EQ(shared->outcome().findings[0].value, kLink);
  EXPECT_EQ(shared->outcome().findings[1].why,
            "The file of phone-imgjnjelaken lies on device-gddjgphpbdhg.");
}

TEST(SharedCase, CountsWhatItTook) {
  auto shared = SharedCase::open(made_case("log"), {});
  ASSERT_TRUE(shared);
  ASSERT_TRUE(shared->each_artefact([](SharedTable& table) -> Result<void> {
    while (TRY(table.next())) {
    }
    return {};
  }));
  EXPECT_EQ(shared->redactions(), R"({
 "case": "C-9abebd2322b771a7",
 "fields": {
  "findings.why": {
   "pseudonyms": 1,
   "withheld": 0
  },
  "ios_sms.chat_name": {
   "pseudonyms": 1,
   "withheld": 0
  },
  "ios_sms.handle": {
   "pseudonyms": 1,
   "withheld": 0
  },
  "ios_sms.path": {
   "pseudonyms": 0,
   "withheld": 1
  },
  "ios_sms.score": {
   "pseudonyms": 0,
   "withheld": 1
  },
  "ios_sms.text": {
   "pseudonyms": 0,
   "withheld": 1
  }
 },
 "level": "matched",
 "names": "replaced",
 "schema": "bridle-redaction/1"
}
)");
}

std::string all_bytes(const fs::path& path) {
  if (!fs::is_directory(path)) return file_text(path);
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(path)) files.push_back(entry.path());
  std::ranges::sort(files);
  std::string out;
  for (const fs::path& file : files) out += file.filename().string() + "\n" + file_text(file);
  return out;
}

TEST(Export, GivesTheSameBytesAndNobodysNumber) {
  const fs::path folder = made_case("forms");
  for (const ExportForm& form : export_forms())
    for (const Share level : {Share::verdict, Share::matched, Share::context, Share::full}) {
      if (level < form.least) continue;
      std::string outputs[2];
      for (std::string& output : outputs) {
        const fs::path out = fresh("out.jsonl");
        ASSERT_TRUE(export_as({.form = &form,
                               .folder = folder,
                               .output = out,
                               .sharing = {.level = level},
                               .recipients = {}}))
            << form.name;
        output = all_bytes(out);
        EXPECT_TRUE(fs::exists(out.string() + ".redaction.json"));
      }
      EXPECT_FALSE(outputs[0].empty());
      EXPECT_TRUE(outputs[0] == outputs[1]) << form.name;
      for (const char* secret : {"5555550101", "555 0101", "Ann and Bob", "ann@mail.example"})
        EXPECT_FALSE(outputs[0].contains(secret)) << form.name << " tells " << secret;
      for (const char* own : {"F2LX0EXAMPLE", "15555550100"})
        EXPECT_TRUE(level == Share::full || !outputs[0].contains(own)) << form.name;
    }
}

TEST(Export, RefusesAnOutputThatIsThere) {
  const fs::path folder = made_case("there"), out = fresh("there.jsonl");
  std::ofstream(out) << "mine";
  for (const ExportForm& form : export_forms()) {
    if (form.folder) continue;
    EXPECT_FALSE(export_as({.form = &form, .folder = folder, .output = out}));
  }
  EXPECT_EQ(file_text(out), "mine");
}

}  // namespace
}  // namespace bridle
