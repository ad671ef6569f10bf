#include "format/public_key.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace bridle {

void PublicKey::Free::operator()(evp_pkey_st* key) const {
  EVP_PKEY_free(key);
}

Result<PublicKey> PublicKey::parse(Bytes info) {
  const unsigned char* at = as_uchar(info);
  EVP_PKEY* const key = d2i_PUBKEY(nullptr, &at, static_cast<long>(info.size()));
  ERR_clear_error();
  if (!key) return fail(Errc::malformed, "not a public key");
  return PublicKey(key);
}

PublicKey::Kind PublicKey::kind() const {
  switch (EVP_PKEY_get_base_id(key_.get())) {
    case EVP_PKEY_RSA:
      return Kind::rsa;
    case EVP_PKEY_EC:
      return Kind::ec;
    case EVP_PKEY_DSA:
      return Kind::dsa;
    default:
      return Kind::other;
  }
}

bool PublicKey::verifies(Hash hash, Padding padding, Bytes message, Bytes signature) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> state(EVP_MD_CTX_new(),
                                                                      &EVP_MD_CTX_free);
  EVP_PKEY_CTX* options = nullptr;
  bool good = EVP_DigestVerifyInit_ex(state.get(), &options, hash_name(hash), nullptr, nullptr,
                                      key_.get(), nullptr) == 1;
  if (good && padding == Padding::pss)
    good = EVP_PKEY_CTX_set_rsa_padding(options, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(options, RSA_PSS_SALTLEN_DIGEST) == 1;
  good = good && EVP_DigestVerify(state.get(), as_uchar(signature), signature.size(),
                                  as_uchar(message), message.size()) == 1;
  ERR_clear_error();
  return good;
}

}  // namespace bridle
