// For tests: a small APK of stored members, signed with a key that is made for it.
#pragma once

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/content.h"
#include "format/apk_digest.h"
#include "format/apk_layout.h"

namespace bridle {

inline std::string little(std::uint64_t v, unsigned bytes) {
  std::string out;
  for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>(v >> (8 * i) & 0xff);
  return out;
}
inline std::string sized(const std::string& s) {
  return little(s.size(), 4) + s;
}

class SigningKey {
 public:
  SigningKey() : key_(EVP_EC_gen("P-256"), &EVP_PKEY_free), x509_(X509_new(), &X509_free) {
    X509_set_version(x509_.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509_.get()), 7);
    X509_gmtime_adj(X509_getm_notBefore(x509_.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(x509_.get()), 86'400);
    X509_NAME* const name = X509_get_subject_name(x509_.get());
    const std::string common = "example";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, as_uchar(as_bytes(common)), -1, -1, 0);
    X509_set_issuer_name(x509_.get(), name);
    X509_set_pubkey(x509_.get(), key_.get());
    X509_sign(x509_.get(), key_.get(), EVP_sha256());
    certificate = encoded(i2d_X509, x509_.get());
    public_key = encoded(i2d_PUBKEY, key_.get());
  }

  std::string sign(const std::string& message) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> state(EVP_MD_CTX_new(),
                                                                        &EVP_MD_CTX_free);
    EVP_DigestSignInit(state.get(), nullptr, EVP_sha256(), nullptr, key_.get());
    std::string out(200, '\0');
    std::size_t size = out.size();
    EVP_DigestSign(state.get(), as_writable_uchar(as_writable_bytes(out)), &size,
                   as_uchar(as_bytes(message)), message.size());
    out.resize(size);
    return out;
  }

  // Signed data over content that is kept elsewhere, with signed attributes or without.
  std::string pkcs7(const std::string& content, int flags = PKCS7_NOATTR) const {
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> in(
        BIO_new_mem_buf(content.data(), static_cast<int>(content.size())), &BIO_free_all);
    const std::unique_ptr<PKCS7, decltype(&PKCS7_free)> out(
        PKCS7_sign(x509_.get(), key_.get(), nullptr, in.get(),
                   PKCS7_DETACHED | PKCS7_BINARY | flags),
        &PKCS7_free);
    return encoded(i2d_PKCS7, out.get());
  }

  std::string certificate, public_key;

 private:
  template <class Encode, class T>
  static std::string encoded(Encode encode, T* value) {
    unsigned char* bytes = nullptr;
    const int size = encode(value, &bytes);
    std::string out(as_text(std::as_bytes(std::span(bytes, static_cast<std::size_t>(size)))));
    OPENSSL_free(bytes);
    return out;
  }

  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
  std::unique_ptr<X509, decltype(&X509_free)> x509_;
};

// Members without checksums, with `block` before the directory.
inline std::string zipped(const std::vector<std::pair<std::string, std::string>>& members,
                          const std::string& block) {
  std::string files, directory;
  for (const auto& [name, content] : members) {
    const std::string same = little(20, 2) + std::string(12, '\0') + little(content.size(), 4) +
                             little(content.size(), 4) + little(name.size(), 2);
    const auto add = [](std::string& to, std::initializer_list<std::string_view> parts) {
      for (const std::string_view part : parts) to += part;
    };
    add(directory,
        {"PK\x01\x02", little(20, 2), same, std::string(12, '\0'), little(files.size(), 4), name});
    add(files, {"PK\x03\x04", same, little(0, 2), name, content});
  }
  return files + block + directory + std::string("PK\x05\x06") + little(0, 4) +
         little(members.size(), 2) + little(members.size(), 2) + little(directory.size(), 4) +
         little(files.size() + block.size(), 4) + little(0, 2);
}

inline std::string signing_block(const std::vector<std::pair<std::uint32_t, std::string>>& pairs) {
  std::string body;
  for (const auto& [id, value] : pairs) body += little(value.size() + 4, 8) + little(id, 4) + value;
  return little(body.size() + 24, 8) + body + little(body.size() + 24, 8) + "APK Sig Block 42";
}

struct Signed {
  std::uint32_t algorithm = 0x0201;  // ECDSA with SHA-256
  ApkDigestKind digest = ApkDigestKind::chunked_sha256;
  std::string sdks{};  // of scheme 3
  std::string attributes{};
};

// The value of a signing block of scheme 2 or 3 for an APK that was made without one.
inline std::string signer_block(const SigningKey& key, const std::string& unsigned_apk,
                                const Signed& how = {}) {
  const MemoryContent content(as_bytes(unsigned_apk));
  const auto end = zip::end(as_bytes(unsigned_apk), unsigned_apk.size());
  const auto layout = apk_layout(content, *end);
  const std::string digest = *ApkDigests(content, *layout).of(how.digest);
  const std::string data = sized(sized(little(how.algorithm, 4) + sized(digest))) +
                           sized(sized(key.certificate)) + how.sdks + sized(how.attributes);
  const std::string signatures = sized(little(how.algorithm, 4) + sized(key.sign(data)));
  return sized(sized(sized(data) + how.sdks + sized(signatures) + sized(key.public_key)));
}

}  // namespace bridle
