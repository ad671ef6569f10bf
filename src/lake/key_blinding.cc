#include "lake/key_blinding.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "base/bytes.h"

namespace bridle {
namespace {

constexpr std::string_view kPurpose = "bridle-lookups";
constexpr std::size_t kBlock = 16;
constexpr std::size_t kAtOnce = 1 << 12;
constexpr std::size_t kKept = 6;

}  // namespace

void KeyBlinding::Free::operator()(evp_cipher_ctx_st* c) const {
  EVP_CIPHER_CTX_free(c);
}

KeyBlinding::KeyBlinding(std::string_view lake_key) : state_(EVP_CIPHER_CTX_new()) {
  std::array<unsigned char, 32> key{};
  unsigned size = 0;
  HMAC(EVP_sha256(), lake_key.data(), static_cast<int>(lake_key.size()),
       as_uchar(as_bytes(kPurpose)), kPurpose.size(), key.data(), &size);
  [[maybe_unused]] const int done =
      EVP_EncryptInit_ex(state_.get(), EVP_aes_256_ecb(), nullptr, key.data(), nullptr);
  assert(size == key.size() && done == 1);
  EVP_CIPHER_CTX_set_padding(state_.get(), 0);
  blind(std::span(&mark_, 1));
}

void KeyBlinding::blind(std::span<std::uint64_t> keys) {
  while (!keys.empty()) {
    const auto some = keys.first(std::min(keys.size(), kAtOnce));
    keys = keys.subspan(some.size());
    blocks_.assign(some.size() * kBlock, std::byte{0});
    for (std::size_t i = 0; i < some.size(); ++i)
      std::memcpy(&blocks_[i * kBlock], &some[i], sizeof(some[i]));
    int n = 0;
    unsigned char* const blocks = as_writable_uchar(blocks_);
    EVP_EncryptUpdate(state_.get(), blocks, &n, blocks, static_cast<int>(blocks_.size()));
    for (std::size_t i = 0; i < some.size(); ++i)
      some[i] = little_endian(Bytes(blocks_).subspan(i * kBlock), kKept);
  }
}

}  // namespace bridle
