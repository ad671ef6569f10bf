#include "sink/packed_folder.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 512, kName = 100;
constexpr std::uint64_t kLargest = std::uint64_t{1} << 33;  // eleven octal digits
constexpr std::size_t kPiece = 1 << 20;

// As many octal digits as asked for.
std::string octal(std::uint64_t number, std::size_t digits) {
  std::string out(digits, '0');
  for (auto at = out.rbegin(); at != out.rend(); ++at, number >>= 3)
    *at = static_cast<char>('0' + (number & 7));
  return out;
}

void put(std::string& block, std::size_t at, std::string_view text) {
  block.replace(at, text.size(), text);
}

//   offset  size  value
//   0       100   name
//   100     8     mode; 108 and 116: owner and group, 8 each
//   124     12    size; 136: time of change, 12
//   148     8     sum of all bytes of the block, these eight taken as blanks
//   156     1     "0": a file
//   257     8     "ustar", 0, "00"
std::string head_of(std::string_view name, std::uint64_t size) {
  std::string block(kBlock, '\0');
  put(block, 0, name);
  put(block, 100, "0000600");
  put(block, 108, "0000000");
  put(block, 116, "0000000");
  put(block, 124, octal(size, 11));
  put(block, 136, "00000000000");
  put(block, 148, "        ");
  put(block, 156, "0");
  put(block, 257, std::string_view("ustar\00000", 8));
  std::uint64_t sum = 0;
  for (const char c : block) sum += static_cast<unsigned char>(c);
  put(block, 148, octal(sum, 6) + '\0');
  return block;
}

Result<void> pack_file(const fs::path& path, const TakeBytes& take) {
  std::error_code failed;
  const std::uint64_t size = fs::file_size(path, failed);
  if (failed) return fail(Errc::io, "a file cannot be read");
  const std::string name = path.filename().string();
  if (size >= kLargest || name.size() > kName)
    return fail(Errc::too_large, "a file is too large for an archive");
  TRY(take(head_of(name, size)));
  std::uint64_t read = 0;
  TRY(read_file(path, [&](std::string_view piece) {
    read += piece.size();
    return take(piece);
  }));
  if (read != size) return fail(Errc::io, "a file has changed");
  return take(std::string((kBlock - size % kBlock) % kBlock, '\0'));
}

}  // namespace

Result<void> read_file(const fs::path& path, const TakeBytes& take) {
  std::ifstream in(path, std::ios::binary);
  std::string piece(kPiece, '\0');
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    TRY(take({piece.data(), static_cast<std::size_t>(in.gcount())}));
  }
  if (!in.eof()) return fail(Errc::io, "a file cannot be read");
  return {};
}

Result<void> pack_folder(const fs::path& folder, const TakeBytes& take) {
  std::error_code failed;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder, failed)) files.push_back(entry.path());
  if (failed) return fail(Errc::io, "a folder cannot be read");
  std::ranges::sort(files);
  for (const fs::path& file : files) TRY(pack_file(file, take));
  return take(std::string(2 * kBlock, '\0'));
}

}  // namespace bridle
