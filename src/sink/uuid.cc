#include "sink/uuid.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "format/hash.h"

namespace bridle {
namespace {

// The first 16 bytes with version and variant set.
std::string formed(std::string bytes, unsigned version) {
  const auto set = [&](std::size_t at, unsigned keep, unsigned bits) {
    bytes[at] = static_cast<char>((static_cast<unsigned char>(bytes[at]) & keep) | bits);
  };
  set(6, 0x0f, version << 4);
  set(8, 0x3f, 0x80);
  std::string out = hex(as_bytes(bytes).first(16));
  for (const unsigned at : {8U, 13U, 18U, 23U}) out.insert(at, 1, '-');
  return out;
}

}  // namespace

std::string uuid5(std::string_view name_space, std::string_view name) {
  std::string digits(name_space);
  std::erase(digits, '-');
  const std::string message = from_hex(digits).value_or("") + std::string(name);
  return formed(hash(Hash::sha1, as_bytes(message)), 5);
}

std::string uuid4_of(std::string_view text) {
  const Digest digest = sha256(as_bytes(text));
  return formed(std::string(as_text(digest)), 4);
}

}  // namespace bridle
