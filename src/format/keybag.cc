#include "format/keybag.h"

#include <algorithm>

#include "base/reader.h"

namespace bridle {
namespace {

constexpr std::uint32_t kMostStrongRounds = 50'000'000;
constexpr std::uint32_t kMostRounds = 5'000'000;
constexpr std::uint32_t kWithPassword = 2;

std::uint32_t number(Bytes data) {
  return data.size() == 4 ? static_cast<std::uint32_t>(big_endian(data, 4)) : 0;
}

void take_of_bag(std::string_view tag, Bytes data, Keybag& bag) {
  if (tag == "SALT") bag.salt = data;
  if (tag == "ITER") bag.rounds = number(data);
  if (tag == "DPSL") bag.strong_salt = data;
  if (tag == "DPIC") bag.strong_rounds = number(data);
}

void take_of_class(std::string_view tag, Bytes data, WrappedClassKey& key) {
  if (tag == "CLAS") key.protection_class = number(data);
  if (tag == "WRAP") key.wrap = number(data);
  if (tag == "WPKY") key.key = data;
}

}  // namespace

Result<Keybag> Keybag::parse(Bytes bytes) {
  Keybag bag;
  Reader in(bytes);
  bool of_bag = true;
  bool seen_uuid = false;
  while (!in.at_end()) {
    const std::string_view tag = as_text(in.take(4));
    const Bytes data = in.take(in.u32be());
    TRY(in.done());
    if (tag == "UUID") {
      of_bag = !seen_uuid;
      seen_uuid = true;
      if (!of_bag) bag.keys.emplace_back();
    } else if (of_bag) {
      take_of_bag(tag, data, bag);
    } else {
      take_of_class(tag, data, bag.keys.back());
    }
  }
  if (bag.salt.empty() || bag.rounds == 0 || bag.keys.empty())
    return fail(Errc::malformed, "the keybag has no salt, no rounds or no keys", in.pos());
  if (bag.rounds > kMostRounds || bag.strong_rounds > kMostStrongRounds)
    return fail(Errc::unsupported, "the keybag asks for more rounds than any phone does");
  return bag;
}

ClassKeys::~ClassKeys() {
  for (auto& [protection_class, key] : keys_) wipe(key);
}

std::optional<AesKey> ClassKeys::unwrap(std::uint32_t protection_class, Bytes wrapped) const {
  const auto at = keys_.find(protection_class);
  if (at == keys_.end()) return {};
  return unwrap_key(at->second, wrapped);
}

std::optional<Key> password_key(const Keybag& bag, std::string_view password,
                                const std::atomic<bool>* stop) {
  if (bag.strong_salt.empty() || bag.strong_rounds == 0)
    return pbkdf2_sha1(as_bytes(password), bag.salt, bag.rounds);
  auto strong = pbkdf2_sha256(as_bytes(password), bag.strong_salt, bag.strong_rounds, stop);
  if (!strong) return {};
  const Key out = pbkdf2_sha1(*strong, bag.salt, bag.rounds);
  wipe(*strong);
  return out;
}

Result<ClassKeys> unlock(const Keybag& bag, std::string_view password,
                         const std::atomic<bool>* stop) {
  auto key = password_key(bag, password, stop);
  if (!key) return fail(Errc::encrypted, "stopped before the password's key was made");
  auto keys = unlock_with_key(bag, *key);
  wipe(*key);
  if (!keys && keys.error().code == Errc::encrypted)
    return fail(Errc::encrypted, "the password is wrong");
  return keys;
}

Result<ClassKeys> unlock_with_key(const Keybag& bag, Bytes password_key) {
  AesKey wrapping{};
  if (password_key.size() != wrapping.size())
    return fail(Errc::encrypted, "a backup key has 32 bytes");
  std::ranges::copy(password_key, wrapping.begin());
  ClassKeys out;
  bool any = false;
  for (const WrappedClassKey& k : bag.keys) {
    if ((k.wrap & kWithPassword) == 0 || k.key.empty()) continue;
    any = true;
    if (const auto key = unwrap_key(wrapping, k.key)) out.keys_[k.protection_class] = *key;
  }
  wipe(wrapping);
  if (!any) return fail(Errc::unsupported, "no key of the keybag is wrapped with a password");
  if (out.keys_.empty()) return fail(Errc::encrypted, "the key is wrong");
  return out;
}

}  // namespace bridle
