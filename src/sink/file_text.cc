#include "sink/file_text.h"

#include <fstream>
#include <iterator>

namespace bridle {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace bridle
