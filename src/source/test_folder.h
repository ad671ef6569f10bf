// A folder for a test's files, removed at its end.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace bridle {

class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "bridle-XXXXXX").string();
    if (mkdtemp(name.data())) path_ = name;
  }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  std::string path(std::string_view below = {}) const {
    return below.empty() ? path_ : path_ + '/' + std::string(below);
  }

  // Folders on the way are made.
  void write(std::string_view below, std::string_view text) const {
    std::filesystem::create_directories(std::filesystem::path(path(below)).parent_path());
    std::ofstream(path(below), std::ios::binary) << text;
  }

 private:
  std::string path_;
};

}  // namespace bridle
