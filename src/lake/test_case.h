// Cases for tests of lakes.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "artefact/called.h"
#include "sink/case_folder.h"
#include "sink/records.h"

namespace bridle {

// One of the catalogue's own: hunts look the fields up there.
inline const Artefact& artefact_for_test(std::string_view id) {
  const Artefact* const artefact = artefact_called(id);
  EXPECT_TRUE(artefact) << id;
  return artefact ? *artefact : *artefacts()[0];
}

// A case whose artefact has a record for each of the values, which stands in that field.
inline void make_test_case(const std::filesystem::path& folder, const Artefact& artefact,
                           std::string_view field, const std::vector<std::string>& texts) {
  const auto made = CaseFolder::create(folder);
  const Outcome outcome{
      .version = BRIDLE_VERSION,
      .verdict = Verdict::no_match,
      .complete = true,
      .exhibits = {{.kind = "whatsapp-database", .sha256 = folder.filename().string()}}};
  EXPECT_TRUE(made && made->write_result(outcome) && made->write_case(outcome, {}));
  FilesIn files(folder / "records");
  auto file = RecordFile::open(files, std::string(artefact.id) + ".parquet", artefact);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::vector<Value> values(artefact.fields.size());
    for (std::size_t n = 0; n < values.size(); ++n) {
      if (artefact.fields[n].name == field) values[n] = std::string_view(texts[i]);
      if (artefact.fields[n].name == "time") values[n] = *parse_time("2019-05-03T10:11:12Z");
    }
    file.append({.path = "m.db", .domain = "", .sha256 = "00", .row = i + 1}, values);
  }
  EXPECT_TRUE(file.close());
}

}  // namespace bridle
