#include "format/aes.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

namespace bridle {
namespace {

struct Free {
  void operator()(EVP_CIPHER_CTX* c) const { EVP_CIPHER_CTX_free(c); }
};

// One context a thread: making one costs as much as decrypting a small file.
EVP_CIPHER_CTX* context() {
  thread_local const std::unique_ptr<EVP_CIPHER_CTX, Free> mine{EVP_CIPHER_CTX_new()};
  return mine.get();
}

// Fetched once: OpenSSL 3 looks a cipher up by name each time otherwise.
const EVP_CIPHER* cipher(const char* name) {
  return EVP_CIPHER_fetch(nullptr, name, nullptr);
}

void decrypt(EVP_CIPHER_CTX* c, std::span<std::byte> blocks) {
  constexpr std::size_t kMost = INT_MAX / 16 * 16;
  for (std::size_t at = 0; at < blocks.size(); at += kMost) {
    const auto part = blocks.subspan(at, std::min(kMost, blocks.size() - at));
    int size = 0;
    EVP_DecryptUpdate(c, as_writable_uchar(part), &size, as_uchar(part),
                      static_cast<int>(part.size()));
  }
}

}  // namespace

void wipe(Key& key) {
  OPENSSL_cleanse(key.data(), key.size());
}

// RFC 3394, 2.2.2, with n = 4. One key schedule serves all 24 blocks.
std::optional<AesKey> unwrap_key(const AesKey& wrapping, Bytes wrapped) {
  constexpr std::size_t kParts = 4;
  constexpr std::uint64_t kIntegrity = 0xa6a6a6a6a6a6a6a6;
  if (wrapped.size() != 8 * (kParts + 1)) return {};
  static const EVP_CIPHER* const ecb = cipher("AES-256-ECB");
  EVP_CIPHER_CTX* const c = context();
  EVP_DecryptInit_ex2(c, ecb, as_uchar(wrapping), nullptr, nullptr);
  EVP_CIPHER_CTX_set_padding(c, 0);
  std::uint64_t a = big_endian(wrapped, 8);
  std::array<std::byte, 32> out{};
  std::ranges::copy(wrapped.subspan(8), out.begin());
  for (std::uint64_t j = 6; j-- > 0;) {
    for (std::size_t i = kParts; i > 0; --i) {
      std::array<std::byte, 16> block{};
      const std::uint64_t high = a ^ (kParts * j + i);
      for (std::size_t k = 0; k < 8; ++k) block[k] = static_cast<std::byte>(high >> (56 - 8 * k));
      const auto part = std::span(out).subspan(8 * (i - 1), 8);
      std::ranges::copy(part, block.begin() + 8);
      decrypt(c, block);
      a = big_endian(block, 8);
      std::copy_n(block.begin() + 8, 8, part.begin());
    }
  }
  if (a != kIntegrity) return {};
  return out;
}

void decrypt_cbc(const AesKey& key, Bytes before, std::span<std::byte> blocks) {
  static const EVP_CIPHER* const cbc = cipher("AES-256-CBC");
  EVP_CIPHER_CTX* const c = context();
  EVP_DecryptInit_ex2(c, cbc, as_uchar(key), as_uchar(before), nullptr);
  EVP_CIPHER_CTX_set_padding(c, 0);
  decrypt(c, blocks);
}

}  // namespace bridle
