#include "view/shown_case.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "sink/record_reader.h"
#include "sink/result.h"

namespace bridle {

Result<ShownCase> ShownCase::open(const std::filesystem::path& folder) {
  std::ifstream in(folder / "result.json", std::ios::binary);
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  if (!in) return fail(Errc::io, "there is no result.json");
  ShownCase out{.folder = folder, .outcome = TRY(read_result(json))};
  for (const auto& path : record_files(folder / "records")) {
    auto table = RecordTable::open(path);
    if (table)
      out.tables.push_back(std::move(*table));
    else
      out.unreadable.push_back(path.filename().string());
  }
  return out;
}

const RecordTable* ShownCase::table(std::string_view artefact) const {
  const auto at = std::ranges::find(tables, artefact, &RecordTable::artefact);
  return at == tables.end() ? nullptr : &*at;
}

}  // namespace bridle
