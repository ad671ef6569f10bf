// A file as one text.
#pragma once

#include <filesystem>
#include <string>

namespace bridle {

// Empty if it cannot be read.
std::string file_text(const std::filesystem::path& path);

}  // namespace bridle
