// Where things go that are started from the page: the folder in which `bridle view` runs.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "view/http_server.h"

namespace bridle {

// A folder for a case that is not there yet: case-2026-11-26, case-2026-11-26-2, …
std::filesystem::path new_case_folder(const std::filesystem::path& in);

// A file that is not there yet: ios_sms-2026-11-26.csv, ios_sms-2026-11-26-2.csv, …
std::filesystem::path new_file(const std::filesystem::path& in, const std::string& stem,
                               const std::string& extension);

// The name as a file may have it: no path, nothing hidden, nothing but letters, digits and -._
std::string harmless_name(std::string_view name);

// Writes what the browser sends into a new folder (received-…), readable by its owner only.
// Errc::io; nothing is left behind then.
Result<std::filesystem::path> receive_file(const std::filesystem::path& in, std::string_view name,
                                           HttpBody& body);

}  // namespace bridle
