// For tests: real files that are not part of the tree, as they have their own licences.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace bridle {

// The folder of corpora beside the tree; it may be absent.
inline std::filesystem::path shared_corpus(const char* name) {
  const char* set = std::getenv("BRIDLE_SHARED");
  return std::filesystem::path(set ? set : BRIDLE_SOURCE_DIR "/../shared") / "corpora" / name;
}

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace bridle
