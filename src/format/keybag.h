// The keybag of an encrypted iOS backup (BackupKeyBag in Manifest.plist): the keys of the data
// protection classes, wrapped with a key that the password makes.
//
// Repeated {char tag[4], u32be length, data}; numbers are big-endian. First the bag itself:
//   VERS, TYPE (1 = backup), UUID, HMCK, WRAP, SALT (20 bytes), ITER (rounds, 10,000),
//   since iOS 10.2 also DPWT, DPIC (rounds, 10,000,000), DPSL (20 bytes)
// then one record per class, each begun by another UUID:
//   UUID, CLAS, WRAP (bit 1: with the password), KTYP, WPKY (40 bytes, RFC 3394), PBKY
// Password key: PBKDF2-HMAC-SHA1(k, SALT, ITER), where k is the password or, if DPSL and DPIC are
// there, PBKDF2-HMAC-SHA256(password, DPSL, DPIC).
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/aes.h"

namespace bridle {

struct WrappedClassKey {
  std::uint32_t protection_class = 0;
  std::uint32_t wrap = 0;
  Bytes key;
};

struct Keybag {
  Bytes salt, strong_salt;                      // SALT, DPSL
  std::uint32_t rounds = 0, strong_rounds = 0;  // ITER, DPIC
  std::vector<WrappedClassKey> keys;

  // Views into the bytes. Errc::malformed or Errc::truncated with the place; Errc::unsupported if
  // it asks for more rounds than any phone does.
  static Result<Keybag> parse(Bytes bytes);
};

// The class keys, wiped when they go.
class ClassKeys {
 public:
  ClassKeys() = default;
  ~ClassKeys();
  ClassKeys(ClassKeys&&) = default;
  ClassKeys& operator=(ClassKeys&&) = default;

  // The key of one file; nothing if the class has no key or the bytes do not fit it.
  std::optional<AesKey> unwrap(std::uint32_t protection_class, Bytes wrapped) const;

 private:
  friend Result<ClassKeys> unlock_with_key(const Keybag&, Bytes);
  std::map<std::uint32_t, AesKey> keys_;
};

// Errc::encrypted if the password or key is wrong.
Result<ClassKeys> unlock(const Keybag& bag, std::string_view password,
                         const std::atomic<bool>* stop = nullptr);
Result<ClassKeys> unlock_with_key(const Keybag& bag, Bytes password_key);

// The 32 bytes that unlock() makes of a password; nothing if `stop` was set.
std::optional<Key> password_key(const Keybag& bag, std::string_view password,
                                const std::atomic<bool>* stop);

}  // namespace bridle
