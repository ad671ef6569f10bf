#include "format/age_crypto.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"
#include "format/age.h"

namespace bridle::age {
namespace {

constexpr std::size_t kKey = 32;

using PrivateKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

std::span<std::byte> bytes_of(std::string& s) {
  return as_writable_bytes(std::span<char>(s));
}

}  // namespace

std::optional<Agreed> x25519(Bytes secret, Bytes their_public) {
  const PrivateKey own(
      EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, as_uchar(secret), secret.size()),
      &EVP_PKEY_free);
  const PrivateKey theirs(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr,
                                                      as_uchar(their_public), their_public.size()),
                          &EVP_PKEY_free);
  if (!own || !theirs) return {};
  const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> state(
      EVP_PKEY_CTX_new(own.get(), nullptr), &EVP_PKEY_CTX_free);
  Agreed out{.shared = std::string(kKey, '\0'), .own_public = std::string(kKey, '\0')};
  std::size_t size = kKey, public_size = kKey;
  if (!state || EVP_PKEY_derive_init(state.get()) <= 0 ||
      EVP_PKEY_derive_set_peer(state.get(), theirs.get()) <= 0 ||
      EVP_PKEY_derive(state.get(), as_writable_uchar(bytes_of(out.shared)), &size) <= 0 ||
      EVP_PKEY_get_raw_public_key(own.get(), as_writable_uchar(bytes_of(out.own_public)),
                                  &public_size) <= 0)
    return {};
  return out;
}

std::string hkdf(const std::string& key, const std::string& salt, const std::string& info) {
  const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kind(
      EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
  const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> state(EVP_KDF_CTX_new(kind.get()),
                                                                        &EVP_KDF_CTX_free);
  std::string digest = "SHA256", k = key, s = salt, i = info, out(kKey, '\0');
  const OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, k.data(), k.size()),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, s.data(), s.size()),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, i.data(), i.size()),
      OSSL_PARAM_construct_end()};
  if (!state ||
      EVP_KDF_derive(state.get(), as_writable_uchar(bytes_of(out)), out.size(), parameters) <= 0)
    return {};
  return out;
}

std::string hmac(const std::string& key, Bytes message) {
  std::string out(EVP_MAX_MD_SIZE, '\0');
  unsigned size = 0;
  if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), as_uchar(message),
            message.size(), as_writable_uchar(bytes_of(out)), &size))
    return {};
  out.resize(size);
  return out;
}

std::optional<std::string> scrypt(const std::string& password, const std::string& salt,
                                  unsigned log2_n) {
  constexpr std::uint64_t kBlock = 8, kMostMemory = std::uint64_t{5} << 30;
  std::string out(kKey, '\0');
  if (EVP_PBE_scrypt(password.data(), password.size(), as_uchar(as_bytes(salt)), salt.size(),
                     std::uint64_t{1} << log2_n, kBlock, 1, kMostMemory,
                     as_writable_uchar(bytes_of(out)), out.size()) <= 0)
    return {};
  return out;
}

std::optional<std::string> open_sealed(const std::string& key, const std::string& nonce,
                                       Bytes sealed) {
  if (key.size() != kKey || sealed.size() < kTag) return {};
  const Bytes text = sealed.first(sealed.size() - kTag);
  std::string tag(as_text(sealed.last(kTag))), out(text.size(), '\0');
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> state(EVP_CIPHER_CTX_new(),
                                                                              &EVP_CIPHER_CTX_free);
  int size = 0, rest = 0;
  std::array<unsigned char, kTag> end{};
  if (!state ||
      EVP_DecryptInit_ex(state.get(), EVP_chacha20_poly1305(), nullptr, as_uchar(as_bytes(key)),
                         as_uchar(as_bytes(nonce))) <= 0 ||
      EVP_CIPHER_CTX_ctrl(state.get(), EVP_CTRL_AEAD_SET_TAG, kTag, tag.data()) <= 0)
    return {};
  if (!text.empty() && EVP_DecryptUpdate(state.get(), as_writable_uchar(bytes_of(out)), &size,
                                         as_uchar(text), static_cast<int>(text.size())) <= 0)
    return {};
  if (EVP_DecryptFinal_ex(state.get(), end.data(), &rest) <= 0) return {};
  return out;
}

std::optional<std::string> sealed(const std::string& key, const std::string& nonce, Bytes text) {
  if (key.size() != kKey) return {};
  std::string out(text.size(), '\0'), tag(kTag, '\0');
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> state(EVP_CIPHER_CTX_new(),
                                                                              &EVP_CIPHER_CTX_free);
  int size = 0, rest = 0;
  std::array<unsigned char, kTag> end{};
  if (!state || EVP_EncryptInit_ex(state.get(), EVP_chacha20_poly1305(), nullptr,
                                   as_uchar(as_bytes(key)), as_uchar(as_bytes(nonce))) <= 0)
    return {};
  if (!text.empty() && EVP_EncryptUpdate(state.get(), as_writable_uchar(bytes_of(out)), &size,
                                         as_uchar(text), static_cast<int>(text.size())) <= 0)
    return {};
  if (EVP_EncryptFinal_ex(state.get(), end.data(), &rest) <= 0 ||
      EVP_CIPHER_CTX_ctrl(state.get(), EVP_CTRL_AEAD_GET_TAG, kTag, tag.data()) <= 0)
    return {};
  return out + tag;
}

std::optional<std::string> bech32(std::string_view text, std::string_view name) {
  constexpr std::string_view kLetters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  constexpr std::array<std::uint32_t, 5> kSteps = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                   0x2a1462b3};
  constexpr std::size_t kSum = 6, kLongest = 1000;
  const std::string s = lower(text);
  if (!s.starts_with(std::string(name) + "1") || s.size() > kLongest) return {};
  std::uint32_t sum = 1;
  const auto add = [&](std::uint32_t v) {
    const std::uint32_t top = sum >> 25;
    sum = (sum & 0x1ffffff) << 5 ^ v;
    for (std::size_t i = 0; i < kSteps.size(); ++i)
      if (top >> i & 1) sum ^= kSteps[i];
  };
  for (const char c : name) add(static_cast<std::uint32_t>(c) >> 5);
  add(0);
  for (const char c : name) add(static_cast<std::uint32_t>(c) & 31);
  std::string out;
  std::uint32_t bits = 0, count = 0;
  for (std::size_t i = name.size() + 1; i < s.size(); ++i) {
    const auto v = kLetters.find(s[i]);
    if (v == std::string_view::npos) return {};
    add(static_cast<std::uint32_t>(v));
    if (i + kSum >= s.size()) continue;
    bits = bits << 5 | static_cast<std::uint32_t>(v);
    count += 5;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xff);
  }
  if (sum != 1) return {};
  return out;
}

std::optional<Secret> identity(std::string_view key_file) {
  for (const std::string_view line : split(key_file, '\n')) {
    const auto bytes = bech32(trim(line), "age-secret-key-");
    if (!bytes || bytes->size() != Secret{}.size()) continue;
    Secret out;
    std::copy_n(as_bytes(*bytes).begin(), out.size(), out.begin());
    return out;
  }
  return {};
}

}  // namespace bridle::age
