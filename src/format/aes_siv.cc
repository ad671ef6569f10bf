#include "format/aes_siv.h"

#include <openssl/evp.h>

#include <cassert>

#include "base/bytes.h"

namespace bridle {
namespace {

unsigned char* bytes_of(std::string& s) {
  return as_writable_uchar(as_writable_bytes(s));
}

const unsigned char* bytes_of(std::string_view s) {
  return as_uchar(as_bytes(s));
}

}  // namespace

void AesSiv::Free::operator()(evp_cipher_st* c) const {
  EVP_CIPHER_free(c);
}

void AesSiv::Free::operator()(evp_cipher_ctx_st* c) const {
  EVP_CIPHER_CTX_free(c);
}

AesSiv::AesSiv(std::string_view key)
    : key_(key),
      cipher_(EVP_CIPHER_fetch(nullptr, "AES-128-SIV", nullptr)),
      state_(EVP_CIPHER_CTX_new()) {
  assert(key.size() == kKey);
}

std::string AesSiv::seal(std::string_view text) const {
  std::string out(kTag + text.size(), '\0');
  int n = 0;
  EVP_CIPHER_CTX* const c = state_.get();
  const bool done = EVP_EncryptInit_ex(c, cipher_.get(), nullptr, bytes_of(std::string_view(key_)),
                                       nullptr) == 1 &&
                    EVP_EncryptUpdate(c, bytes_of(out) + kTag, &n, bytes_of(text),
                                      static_cast<int>(text.size())) == 1 &&
                    EVP_EncryptFinal_ex(c, bytes_of(out) + kTag + n, &n) == 1 &&
                    EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_GET_TAG, kTag, bytes_of(out)) == 1;
  assert(done);
  return done ? out : std::string();
}

std::optional<std::string> AesSiv::open(std::string_view sealed) const {
  if (sealed.size() < kTag) return {};
  std::string tag(sealed.substr(0, kTag));
  const std::string_view text = sealed.substr(kTag);
  std::string out(text.size(), '\0');
  int n = 0;
  EVP_CIPHER_CTX* const c = state_.get();
  const bool done =
      EVP_DecryptInit_ex(c, cipher_.get(), nullptr, bytes_of(std::string_view(key_)), nullptr) ==
          1 &&
      EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_TAG, kTag, bytes_of(tag)) == 1 &&
      EVP_DecryptUpdate(c, bytes_of(out), &n, bytes_of(text), static_cast<int>(text.size())) == 1 &&
      EVP_DecryptFinal_ex(c, bytes_of(out) + n, &n) == 1;
  if (!done) return {};
  return out;
}

}  // namespace bridle
