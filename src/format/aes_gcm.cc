#include "format/aes_gcm.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <climits>

namespace bridle {

void GcmDecryption::Free::operator()(evp_cipher_ctx_st* c) const {
  EVP_CIPHER_CTX_free(c);
}

GcmDecryption::GcmDecryption(const AesKey& key, Bytes iv) : state_(EVP_CIPHER_CTX_new()) {
  EVP_CIPHER_CTX* const c = state_.get();
  EVP_DecryptInit_ex(c, EVP_aes_256_gcm(), nullptr, nullptr, nullptr);
  // Another length than 12 changes how the first counter is made.
  EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_SET_IVLEN, static_cast<int>(iv.size()), nullptr);
  EVP_DecryptInit_ex(c, nullptr, nullptr, as_uchar(key), as_uchar(iv));
}

void GcmDecryption::decrypt(std::span<std::byte> piece) {
  constexpr std::size_t kMost = INT_MAX / 16 * 16;
  while (!piece.empty()) {
    const auto part = piece.first(std::min(kMost, piece.size()));
    int size = 0;
    EVP_DecryptUpdate(state_.get(), as_writable_uchar(part), &size, as_uchar(part),
                      static_cast<int>(part.size()));
    piece = piece.subspan(part.size());
  }
}

bool GcmDecryption::authentic(Bytes tag) {
  std::array<std::byte, 16> expected{};
  if (tag.size() != expected.size()) return false;
  std::ranges::copy(tag, expected.begin());
  int size = 0;
  return EVP_CIPHER_CTX_ctrl(state_.get(), EVP_CTRL_GCM_SET_TAG, 16, expected.data()) == 1 &&
         EVP_DecryptFinal_ex(state_.get(), as_writable_uchar(expected), &size) == 1;
}

}  // namespace bridle
