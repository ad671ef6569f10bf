// A table of records for tests: ten messages for each step, over as many groups of rows as asked.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "sink/records.h"
#include "source/test_folder.h"
#include "view/record_table.h"

namespace bridle {

inline constexpr Field kTestFields[] = {{"time", Kind::time, "when"},
                                        {"text", Kind::content, "what was written"},
                                        {"size", Kind::number, "how much"},
                                        {"score", Kind::real, "how sure"},
                                        {"who", Kind::account, "by whom"}};
inline constexpr std::string_view kTestReads[] = {"sms.db"};
inline constinit const Artefact kTestArtefact{.id = "ios_sms",
                                              .title = "Messages",
                                              .reads = kTestReads,
                                              .fields = kTestFields,
                                              .trace = Trace::received,
                                              .parse = nullptr,
                                              .row = "rowid of message"};

// Row n: time n minutes after 2020-01-01 (none for every tenth), text "Message n to a.example",
// size n % 7, score n / 2, who "+1555010" and n % 3; the second half belongs to E-002.
inline std::string write_test_table(const TestFolder& folder, std::size_t rows) {
  const std::string path = folder.path("ios_sms.parquet");
  FilesIn files(std::filesystem::path(path).parent_path());
  auto file = RecordFile::open(files, "ios_sms.parquet", kTestArtefact);
  for (std::size_t n = 0; n < rows; ++n) {
    const std::string text = "Message " + std::to_string(n) + " to a.example";
    const std::string who = "+1555010" + std::to_string(n % 3);
    const auto number = static_cast<std::int64_t>(n);
    const Value values[] = {
        n % 10 == 9 ? Value() : Value(Time{1'577'836'800'000'000 + number * 60'000'000}),
        std::string_view(text), number % 7, static_cast<double>(n) / 2, std::string_view(who)};
    file.append({n < rows / 2 ? 0U : 1U, "Library/SMS/sms.db", "HomeDomain", "00ff", n + 1},
                values);
  }
  EXPECT_TRUE(file.close());
  return path;
}

inline RecordTable test_table(const TestFolder& folder, std::size_t rows) {
  auto table = RecordTable::open(write_test_table(folder, rows));
  EXPECT_TRUE(table);
  return std::move(*table);
}

}  // namespace bridle
