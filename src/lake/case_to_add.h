// A case folder as a lake takes it in.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>

#include "lake/segments.h"

namespace bridle {

struct CaseToAdd {
  std::filesystem::path folder;
  LakeCase about;
  std::string result;                                         // result.json
  std::map<std::string, std::filesystem::path> records = {};  // by artefact
};

// The error is why it cannot be added: it is no whole case, its name is no name, or its owner did
// not agree.
std::expected<CaseToAdd, std::string> case_to_add(const std::filesystem::path& folder);

// Whether a lake can call a case so: letters of any script, digits and ". _ -", not "." in front.
bool is_case_name(std::string_view name);

}  // namespace bridle
