#include "format/time_token.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>

#include "format/certificate.h"

namespace bridle {
namespace {

template <auto kFree>
struct Freed {
  void operator()(auto* p) const { kFree(p); }
};
using Request = std::unique_ptr<TS_REQ, Freed<TS_REQ_free>>;
using Answer = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;
using Imprint = std::unique_ptr<TS_MSG_IMPRINT, Freed<TS_MSG_IMPRINT_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>>;
using Number = std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>>;
using Store = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using Chain = std::unique_ptr<X509, Freed<X509_free>>;
using Stream = std::unique_ptr<BIO, Freed<BIO_free_all>>;

// What OpenSSL wrote down about a failure is not for the next one that asks.
struct Forget {
  ~Forget() { ERR_clear_error(); }
};

Stream stream(Bytes bytes) {
  constexpr std::size_t kMost = 1 << 30;
  return Stream(BIO_new_mem_buf(bytes.data(), static_cast<int>(std::min(bytes.size(), kMost))));
}

Answer answer_of(Bytes bytes) {
  const Stream in = stream(bytes);
  return Answer(in ? d2i_TS_RESP_bio(in.get(), nullptr) : nullptr);
}

std::optional<Digest> hash_of(TS_TST_INFO* info) {
  TS_MSG_IMPRINT* const imprint = TS_TST_INFO_get_msg_imprint(info);
  const ASN1_OBJECT* algorithm = nullptr;
  X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  const ASN1_OCTET_STRING* const text = TS_MSG_IMPRINT_get_msg(imprint);
  Digest out{};
  if (OBJ_obj2nid(algorithm) != NID_sha256 || ASN1_STRING_length(text) != 32) return {};
  std::ranges::copy(std::as_bytes(std::span(ASN1_STRING_get0_data(text), out.size())), out.begin());
  return out;
}

std::optional<Time> time_of(const TS_TST_INFO* info) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &parts) != 1) return {};
  return time_at_us(std::int64_t{timegm(&parts)} * kSecond, 0);
}

std::string authority_of(PKCS7* token) {
  STACK_OF(X509)* const signers = PKCS7_get0_signers(token, nullptr, 0);
  std::string out;
  if (signers && sk_X509_num(signers) == 1) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(sk_X509_value(signers, 0), &der);
    if (size > 0) {
      const auto read = certificate(std::as_bytes(std::span(der, static_cast<std::size_t>(size))));
      if (read) out = read->subject;
    }
    OPENSSL_free(der);
  }
  sk_X509_free(signers);
  return out;
}

// The signature against the certificate that comes with it.
bool fits_itself(PKCS7* token) {
  const Stream nowhere(BIO_new(BIO_s_null()));
  return PKCS7_verify(token, nullptr, nullptr, nullptr, nowhere.get(), PKCS7_NOVERIFY) == 1;
}

Store store_of(std::string_view pem) {
  Store out(X509_STORE_new());
  const Stream in = stream(as_bytes(pem));
  while (const Chain one{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)})
    X509_STORE_add_cert(out.get(), one.get());
  return out;
}

}  // namespace

std::string time_request(const Digest& hash, std::uint64_t nonce) {
  const Request request(TS_REQ_new());
  const Imprint imprint(TS_MSG_IMPRINT_new());
  const Algorithm algorithm(X509_ALGOR_new());
  const Number number(ASN1_INTEGER_new());
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
  std::array<std::byte, 32> copy = hash;
  TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
  TS_MSG_IMPRINT_set_msg(imprint.get(), as_writable_uchar(copy), 32);
  ASN1_INTEGER_set_uint64(number.get(), nonce);
  TS_REQ_set_version(request.get(), 1);
  TS_REQ_set_msg_imprint(request.get(), imprint.get());
  TS_REQ_set_nonce(request.get(), number.get());
  TS_REQ_set_cert_req(request.get(), 1);
  unsigned char* der = nullptr;
  const int size = i2d_TS_REQ(request.get(), &der);
  std::string out;
  if (size > 0) out = as_text(std::as_bytes(std::span(der, static_cast<std::size_t>(size))));
  OPENSSL_free(der);
  return out;
}

Result<TimeToken> time_token(Bytes bytes) {
  const Forget forget;
  const Answer answer = answer_of(bytes);
  if (!answer) return fail(Errc::malformed, "it is no answer of a time stamp authority");
  TS_TST_INFO* const info = TS_RESP_get_tst_info(answer.get());
  PKCS7* const token = TS_RESP_get_token(answer.get());
  if (!info || !token) return fail(Errc::missing, "the time stamp authority refused");
  const auto at = time_of(info);
  if (!at) return fail(Errc::malformed, "the time stamp has no time that can be read");
  std::uint64_t nonce = 0;
  const ASN1_INTEGER* const number = TS_TST_INFO_get_nonce(info);
  const bool has_nonce = number && ASN1_INTEGER_get_uint64(&nonce, number) == 1;
  return TimeToken{.hash = hash_of(info),
                   .nonce = has_nonce ? std::optional(nonce) : std::nullopt,
                   .at = *at,
                   .authority = authority_of(token)};
}

Result<TokenTrust> trust_in(Bytes bytes, std::string_view authorities) {
  const Forget forget;
  const Answer answer = answer_of(bytes);
  PKCS7* const token = answer ? TS_RESP_get_token(answer.get()) : nullptr;
  if (!token) return fail(Errc::malformed, "it is no time stamp");
  if (!fits_itself(token)) return TokenTrust::forged;
  if (authorities.empty()) return TokenTrust::unchecked;
  const Store store = store_of(authorities);
  // A certificate that has run out since was good when it was used.
  if (const auto at = time_of(TS_RESP_get_tst_info(answer.get())))
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), at->us / kSecond);
  const bool known = TS_RESP_verify_signature(token, nullptr, store.get(), nullptr) == 1;
  return known ? TokenTrust::trusted : TokenTrust::foreign;
}

}  // namespace bridle
