#include "lake/identifier_seal.h"

#include <algorithm>
#include <optional>

#include "base/bytes.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kMostKept = 1 << 16;

// Base64 with letters that paths may hold (RFC 4648, 5), without padding.
std::string as_word(std::string_view bytes) {
  std::string out = base64(as_bytes(bytes));
  while (out.ends_with('=')) out.pop_back();
  std::ranges::replace(out, '+', '-');
  std::ranges::replace(out, '/', '_');
  return out;
}

bool in_word(char c) {
  return is_alnum(c) || c == '-' || c == '_';
}

std::optional<std::string> from_word(std::string_view word) {
  std::string plain(word);
  std::ranges::replace(plain, '-', '+');
  std::ranges::replace(plain, '_', '/');
  return from_base64(plain);
}

// "15550100@s.whatsapp.net", "a@mail.example", and not "icon@2x.png".
bool names_somebody(std::string_view part) {
  const auto at = part.find('@');
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view host = part.substr(at + 1);
  const bool scale = host.size() > 1 && is_digit(host[0]) && host[1] == 'x';
  return contains(host, ".") && !scale;
}

}  // namespace

std::string_view IdentifierSeal::keep(Names& in, std::string from, std::string to) {
  if (in.size() == kMostKept) in.clear();
  return in.emplace(std::move(from), std::move(to)).first->second;
}

std::string_view IdentifierSeal::seal(std::string_view identifier) {
  std::string plain(identifier);
  if (const auto known = sealed_.find(plain); known != sealed_.end()) return known->second;
  std::string name = std::string(kMark) + as_word(cipher_.seal(identifier));
  keep(opened_, name, plain);
  return keep(sealed_, std::move(plain), std::move(name));
}

std::string_view IdentifierSeal::open(std::string_view name) {
  if (!name.starts_with(kMark)) return name;
  std::string key(name);
  if (const auto known = opened_.find(key); known != opened_.end()) return known->second;
  const auto bytes = from_word(name.substr(kMark.size()));
  auto opened = bytes ? cipher_.open(*bytes) : std::nullopt;
  return keep(opened_, std::move(key), opened ? std::move(*opened) : std::string(name));
}

std::string IdentifierSeal::seal_in_path(std::string_view path) {
  std::string out;
  for (const std::string_view part : split(path, '/')) {
    if (part.data() != path.data()) out += '/';
    out += names_somebody(part) ? seal(part) : part;
  }
  return out;
}

std::string IdentifierSeal::open_in(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto at = text.find(kMark);
    out += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const auto behind = text.substr(kMark.size());
    const auto word = std::ranges::find_if_not(behind, in_word) - behind.begin();
    const auto end = kMark.size() + static_cast<std::size_t>(word);
    out += open(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace bridle
