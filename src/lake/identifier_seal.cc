#include "lake/identifier_seal.h"

#include "base/bytes.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kMostKept = 1 << 16;

}  // namespace

std::string_view IdentifierSeal::seal(std::string_view identifier) {
  std::string key(identifier);
  if (const auto known = sealed_.find(key); known != sealed_.end()) return known->second;
  if (sealed_.size() == kMostKept) sealed_.clear();
  std::string name = std::string(kMark) + base64(as_bytes(cipher_.seal(identifier)));
  while (name.ends_with('=')) name.pop_back();
  return sealed_.emplace(std::move(key), std::move(name)).first->second;
}

std::string_view IdentifierSeal::open(std::string_view name) {
  if (!name.starts_with(kMark)) return name;
  const auto bytes = from_base64(name.substr(kMark.size()));
  auto opened = bytes ? cipher_.open(*bytes) : std::nullopt;
  if (!opened) return name;
  opened_ = std::move(*opened);
  return opened_;
}

std::string IdentifierSeal::open_in(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto at = text.find(kMark);
    out += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const auto end = text.find_first_of(" \n");
    out += open(text.substr(0, end));
    text.remove_prefix(std::min(end, text.size()));
  }
  return out;
}

}  // namespace bridle
