#include "sink/result.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "sink/sample.h"

namespace bridle {
namespace {

TEST(Result, IsWrittenAsTheContractSays) {
  EXPECT_EQ(result_json(sample_outcome()), R"({
 "complete": false,
 "coverage": [
  {
   "exhibit": "E-001",
   "gaps": 1,
   "records": 1234,
   "state": "partly",
   "surface": "ios_sms",
   "why": "a page could not be read"
  }
 ],
 "engine": {
  "name": "bridle",
  "version": "0.1.0"
 },
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
 "findings": [
  {
   "artefact": "ios_sms",
   "benign": [
    "A researcher forwarded the link."
   ],
   "campaign": "Pegasus",
   "class": "targeted",
   "confirm": "The page behind the link, as kept by a third party.",
   "exhibit": "E-001",
   "field": "text",
   "id": "F-0001",
   "indicator": {
    "id": "indicator--1",
    "pack": "pegasus.stix2",
    "type": "domain"
   },
   "level": "match",
   "locator": {
    "domain": "HomeDomain",
    "path": "Library/SMS/sms.db",
    "row": 77,
    "sha256": "bb00",
    "table": "message"
   },
   "rule": "indicator.domain",
   "times": [
    {
     "field": "time",
     "utc": "2019-05-03T10:11:12.000000Z"
    }
   ],
   "value": "https://bad.example/x\u202e",
   "why": "A message holds a link to a known server.",
   "with": [
    "F-0002"
   ]
  },
  {
   "artefact": "ios_manifest",
   "benign": [],
   "class": "executed",
   "confirm": "",
   "exhibit": "E-001",
   "field": "path",
   "id": "F-0002",
   "level": "lead",
   "locator": {
    "path": "Manifest.db",
    "row": 5,
    "sha256": "cc00"
   },
   "rule": "odd_file",
   "times": [],
   "value": "Library/odd",
   "why": "A file that only this tool leaves.",
   "with": []
  }
 ],
 "gaps": [
  {
   "artefact": "ios_sms",
   "at": 4096,
   "exhibit": "E-001",
   "path": "Library/SMS/sms.db",
   "why": "the data ends early"
  },
  {
   "at": 0,
   "exhibit": "E-001",
   "path": "Manifest.plist",
   "why": "missing"
  }
 ],
 "packs": [
  {
   "indicators": 1549,
   "name": "pegasus.stix2",
   "sha256": "dd00",
   "skipped": [
    {
     "id": "indicator--9",
     "why": "unknown property"
    }
   ]
  }
 ],
 "schema": "bridle-result/1",
 "verdict": "match"
}
)");
}

TEST(Result, IsReadBackAsItWasWritten) {
  const std::string json = result_json(sample_outcome());
  const auto back = read_result(json);
  ASSERT_TRUE(back);
  EXPECT_EQ(result_json(*back), json);
}

TEST(Result, IsNotReadIfItIsSomethingElse) {
  EXPECT_EQ(read_result("").error().code, Errc::malformed);
  EXPECT_EQ(read_result("[1").error().code, Errc::malformed);
  EXPECT_EQ(read_result("{\"schema\": \"bridle-result/2\"}").error().code, Errc::unsupported);
  EXPECT_EQ(read_result("{\"schema\": \"bridle-result/1\"}").error().code, Errc::malformed);
}

TEST(Result, GivesFindingsAsLines) {
  Outcome outcome = sample_outcome();
  outcome.findings.erase(outcome.findings.begin());
  EXPECT_EQ(findings_jsonl(outcome),
            "{\"artefact\":\"ios_manifest\",\"benign\":[],\"class\":\"executed\",\"confirm\":\"\","
            "\"exhibit\":\"E-001\",\"field\":\"path\",\"id\":\"F-0001\",\"level\":\"lead\","
            "\"locator\":{\"path\":\"Manifest.db\",\"row\":5,\"sha256\":\"cc00\"},"
            "\"rule\":\"odd_file\",\"times\":[],\"value\":\"Library/odd\","
            "\"why\":\"A file that only this tool leaves.\",\"with\":[]}\n");
}

TEST(Result, FitsItsSchema) {
  const std::filesystem::path root = BRIDLE_SOURCE_DIR;
  const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "result.json";
  std::ofstream(file) << result_json(sample_outcome());
  // The contract's example, which has every key.
  const std::filesystem::path example = root / "test/contract/result.json";
  const std::string command = "python3 '" + (root / "tools/validate.py").string() + "' '" +
                              (root / "docs/result.schema.json").string() + "' '" + file.string() +
                              "' '" + example.string() + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace bridle
