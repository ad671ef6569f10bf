#include "lake/case_to_add.h"

#include <algorithm>

#include "base/text.h"
#include "engine/hand_out.h"
#include "sink/case_facts.h"
#include "sink/file_text.h"
#include "sink/record_reader.h"
#include "sink/result.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 100;

bool is_artefact_id(std::string_view id) {
  return std::ranges::all_of(id, [](char c) { return c == '_' || is_alnum(c); });
}

}  // namespace

bool is_case_name(std::string_view name) {
  const auto allowed = [](char c) {
    return is_alnum(c) || c == '.' || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  };
  std::string into;
  return !name.empty() && name.size() <= kLongestName && !name.starts_with('.') &&
         std::ranges::all_of(name, allowed) && valid_utf8(name, into).data() == name.data();
}

std::expected<CaseToAdd, std::string> case_to_add(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder / "").lexically_normal().parent_path();
  CaseToAdd out{.folder = folder,
                .about = {.name = whole.filename().string(), .id = {}},
                .result = file_text(folder / "result.json")};
  if (!is_case_name(out.about.name))
    return std::unexpected("a lake cannot call a case by the name of that folder");
  if (const auto result = read_result(out.result); !result)
    return std::unexpected(std::string("result.json: ") + result.error().what);
  const auto facts = read_case_facts(folder);
  if (!facts) return std::unexpected(std::string(facts.error().what));
  out.about.id = facts->id;
  if (auto why = refuses_to_hand_out(folder, Share::full, "analyst"))
    return std::unexpected(std::move(*why));
  for (const fs::path& file : record_files(folder / "records"))
    if (is_artefact_id(file.stem().string())) out.records[file.stem().string()] = file;
  return out;
}

}  // namespace bridle
