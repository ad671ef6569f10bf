#include "sink/export.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "sink/case_folder.h"
#include "sink/record_reader.h"
#include "sink/records.h"
#include "sink/sample.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr Field kFields[] = {{"time", Kind::time, "when it was sent"},
                             {"read", Kind::time, "when it was read"},
                             {"text", Kind::content, "what was written"},
                             {"size", Kind::number, "how much"},
                             {"score", Kind::real, "how sure"}};
constexpr std::string_view kReads[] = {"sms.db"};
constinit const Artefact kArtefact{.id = "ios_sms",
                                   .title = "Messages",
                                   .reads = kReads,
                                   .fields = kFields,
                                   .trace = Trace::received,
                                   .parse = nullptr,
                                   .row = "rowid of message"};

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

fs::path fresh(const char* name) {
  fs::path path = fs::path(testing::TempDir()) / name;
  fs::remove_all(path);
  return path;
}

bool written(std::string_view form, const CaseFolder& folder, const fs::path& output,
             Sharing sharing = {.level = Share::full}) {
  return export_as({.form = &*std::ranges::find(export_forms(), form, &ExportForm::name),
                    .folder = folder.path(),
                    .output = output,
                    .sharing = sharing,
                    .recipients = {}})
      .has_value();
}

CaseFolder sample_case(const char* name) {
  auto folder = CaseFolder::create(fresh(name));
  EXPECT_TRUE(folder);
  EXPECT_TRUE(folder->write_result(sample_outcome()));
  EXPECT_TRUE(folder->write_case(sample_outcome(), {}));
  FilesIn records(folder->records());
  auto file = RecordFile::open(records, "ios_sms.parquet", kArtefact);
  const Value one[] = {Time{1'556'878'272'000'000}, Time{1'556'878'273'500'000},
                       std::string_view("=1+1,\"x\"\n"), std::int64_t{-5}, 0.5};
  const Value two[] = {Time{1'556'878'271'000'000}, {}, std::string_view("a\xff"), {}, {}};
  file.append({0, "Library/SMS/sms.db", "HomeDomain", "bb00", 77}, one);
  file.append({0, "Library/SMS/sms.db", "HomeDomain", "bb00", 78}, two);
  EXPECT_EQ(file.close(), 2U);
  return std::move(*folder);
}

TEST(RecordReader, ReadsBackWhatWasWritten) {
  const CaseFolder folder = sample_case("read-back");
  auto in = RecordReader::open(folder.records() / "ios_sms.parquet");
  ASSERT_TRUE(in);
  EXPECT_EQ(in->artefact(), "ios_sms");
  EXPECT_EQ(in->title(), "Messages");
  EXPECT_EQ(in->rows(), 2U);
  ASSERT_EQ(in->fields().size(), 5U);
  EXPECT_EQ(in->fields()[2].name, "text");
  EXPECT_EQ(in->fields()[2].kind, Kind::content);
  EXPECT_EQ(in->fields()[2].doc, "what was written");
  auto record = in->next();
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((*record)->exhibit, "E-001");
  EXPECT_EQ((*record)->path, "Library/SMS/sms.db");
  EXPECT_EQ((*record)->domain, "HomeDomain");
  EXPECT_EQ((*record)->sha256, "bb00");
  EXPECT_EQ((*record)->row, 77U);
  const Value want[] = {Time{1'556'878'272'000'000}, Time{1'556'878'273'500'000},
                        std::string_view("=1+1,\"x\"\n"), std::int64_t{-5}, 0.5};
  EXPECT_TRUE(std::ranges::equal((*record)->values, want));
  record = in->next();
  ASSERT_TRUE(record && *record);
  const Value second[] = {Time{1'556'878'271'000'000}, {}, std::string_view("a\ufffd"), {}, {}};
  EXPECT_TRUE(std::ranges::equal((*record)->values, second));
  record = in->next();
  EXPECT_TRUE(record && !*record);
}

TEST(RecordReader, RefusesOtherFiles) {
  const fs::path path = fresh("no.parquet");
  std::ofstream(path) << "PAR1 and nothing else PAR1";
  EXPECT_EQ(RecordReader::open(path).error().code, Errc::io);
}

TEST(ExportCsv, WritesOneTablePerArtefact) {
  const CaseFolder folder = sample_case("csv-case");
  const fs::path out = fresh("csv");
  ASSERT_TRUE(written("csv", folder, out));
  EXPECT_EQ(
      content(out / "ios_sms.csv"),
      "exhibit,file_path,file_domain,file_sha256,row,recovered,time,read,text,size,score\r\n"
      "E-001,Library/SMS/sms.db,HomeDomain,bb00,77,,2019-05-03T10:11:12.000000Z,"
      "2019-05-03T10:11:13.500000Z,\"'=1+1,\"\"x\"\"\n\",-5,0.5\r\n"
      "E-001,Library/SMS/sms.db,HomeDomain,bb00,78,,2019-05-03T10:11:11.000000Z,,a\ufffd,,\r\n");
  const std::string schema = content(out / "schema.json");
  EXPECT_TRUE(schema.contains(R"(  "ios_sms.csv": {
   "fields": [
    {
     "doc": "when it was sent",
     "kind": "time",
     "name": "time"
    },
    {
     "doc": "when it was read",
     "kind": "time",
     "name": "read"
    },
    {
     "doc": "what was written",
     "kind": "content",
     "name": "text"
    },
    {
     "doc": "how much",
     "kind": "number",
     "name": "size"
    },
    {
     "doc": "how sure",
     "kind": "real",
     "name": "score"
    }
   ],
   "rows": 2,
   "title": "Messages"
  })"));
  EXPECT_TRUE(schema.ends_with(R"( "form": {
  "base": "exhibit, file_path, file_domain, file_sha256, row and recovered come first: the record's place in the evidence",
  "empty": "no value",
  "formula": "a text that starts with = + - @, tab or CR has an apostrophe before it",
  "time": "ISO 8601, UTC"
 },
 "schema": "bridle-csv/2"
}
)"));
  EXPECT_EQ(content(out / "coverage.csv"),
            "exhibit,file_path,file_domain,file_sha256,row,recovered,surface,state,records,gaps,why"
            "\r\nE-001,,,,0,,ios_sms,partly,1234,1,a page could not be read\r\n");
  EXPECT_FALSE(written("csv", folder, out));
}

TEST(ExportTimesketch, WritesOneEventPerTimeInOrder) {
  const CaseFolder folder = sample_case("sketch-case");
  const fs::path out = fresh("sketch.jsonl");
  ASSERT_TRUE(written("timesketch", folder, out));
  EXPECT_EQ(
      content(out),
      R"({"data_type":"ios:manifest","datetime":"1970-01-01T00:00:00.000000+00:00","exhibit":"E-001","message":"A file that only this tool leaves. path=Library/odd","source_locator":"Manifest.db#row=5","source_sha256":"cc00","tag":["F-0002","executed","lead","undated"],"timestamp":0,"timestamp_desc":"Not a time"}
{"data_type":"ios:sms","datetime":"2019-05-03T10:11:11.000000+00:00","exhibit":"E-001","message":"Messages: text=a)"
      "\ufffd"
      R"(","source_locator":"HomeDomain/Library/SMS/sms.db#row=78","source_sha256":"bb00","tag":[],"timestamp":1556878271000000,"timestamp_desc":"when it was sent"}
{"data_type":"ios:sms","datetime":"2019-05-03T10:11:12.000000+00:00","exhibit":"E-001","message":"Messages: text==1+1,\"x\"\n size=-5 score=0.5","source_locator":"HomeDomain/Library/SMS/sms.db#row=77","source_sha256":"bb00","tag":["F-0001","match","targeted"],"timestamp":1556878272000000,"timestamp_desc":"when it was sent"}
{"data_type":"ios:sms","datetime":"2019-05-03T10:11:13.500000+00:00","exhibit":"E-001","message":"Messages: text==1+1,\"x\"\n size=-5 score=0.5","source_locator":"HomeDomain/Library/SMS/sms.db#row=77","source_sha256":"bb00","tag":["F-0001","match","targeted"],"timestamp":1556878273500000,"timestamp_desc":"when it was read"}
)");
}

TEST(CaseFolder, IsLaidOutAsTheContractSays) {
  const fs::path path = fresh("laid-out");
  auto folder = CaseFolder::create(path);
  ASSERT_TRUE(folder);
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_all);
  const Outcome outcome = sample_outcome();
  ASSERT_TRUE(folder->write_case(outcome, {.files = 2, .root = {}}));
  EXPECT_EQ(content(path / "case.json"), R"({
 "exhibits": [
  {
   "device": {
    "model": "iPhone12,1",
    "os": "iOS 16.2"
   },
   "id": "E-001",
   "kind": "ios-backup",
   "sha256": "aa00"
  }
 ],
 "id": ")" + case_id(outcome) + R"(",
 "intake": {
  "files": 2,
  "root": "0000000000000000000000000000000000000000000000000000000000000000"
 },
 "schema": "bridle-case/1"
}
)");
  FilesIn files(folder->path());
  auto intake = Intake::create(files, outcome.exhibits);
  ASSERT_TRUE(intake);
  intake->add({.exhibit = 0, .path = "00/ab", .size = 3, .modified = Time{0}, .sha256 = {}});
  intake->add({.exhibit = 0, .path = "odd\nname\xff", .size = 0, .modified = {}, .sha256 = {}});
  ASSERT_TRUE(intake->close());
  const std::string zeros(64, '0');
  EXPECT_EQ(content(path / "intake/SHA256SUMS"),
            zeros + "  phone/00/ab\n\\" + zeros + "  phone/odd\\nname\xff\n");
  EXPECT_EQ(
      content(path / "intake/manifest.jsonl"),
      "{\"exhibit\":\"E-001\",\"modified\":\"1970-01-01T00:00:00.000000Z\",\"path\":\"00/ab\","
      "\"sha256\":\"" +
          zeros +
          "\",\"size\":3}\n"
          "{\"exhibit\":\"E-001\",\"path\":\"odd\\nname\ufffd\",\"path_hex\":"
          "\"6f64640a6e616d65ff\","
          "\"sha256\":\"" +
          zeros + "\",\"size\":0}\n");
  EXPECT_FALSE(CaseFolder::create(path));
}

TEST(CaseFolder, ChainsItsCustodyLog) {
  const auto folder = CaseFolder::create(fresh("custody"));
  ASSERT_TRUE(folder);
  ASSERT_TRUE(folder->add_deed({.actor = "ann", .action = "check", .version = "0.1.0"}));
  ASSERT_TRUE(folder->add_deed({.actor = "ann",
                                .action = "report",
                                .version = "0.1.0",
                                .objects = {{"result.json", "aa"}},
                                .reason = "asked for"}));
  const std::string first =
      R"({"action":"check","actor":"ann","objects":{},"prev":"0000000000000000000000000000000000000000000000000000000000000000","schema":"bridle-custody/1","seq":1,"time":"1970-01-01T00:00:00.000000Z","version":"0.1.0"})";
  EXPECT_EQ(content(folder->path() / "custody.jsonl"),
            first +
                "\n{\"action\":\"report\",\"actor\":\"ann\",\"objects\":{\"result.json\":\"aa\"},"
                "\"prev\":\"" +
                hex(sha256(as_bytes(first))) +
                "\",\"reason\":\"asked for\",\"schema\":\"bridle-custody/1\",\"seq\":2,"
                "\"time\":\"1970-01-01T00:00:00.000000Z\",\"version\":\"0.1.0\"}\n");
}

}  // namespace
}  // namespace bridle
