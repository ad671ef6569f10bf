#include "format/certificate.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <charconv>
#include <ctime>
#include <memory>

#include "base/text.h"
#include "format/hash.h"

namespace bridle {
namespace {

constexpr std::size_t kLongest = 1 << 20;

std::string name_text(const X509_NAME* name) {
  const std::unique_ptr<BIO, decltype(&BIO_free_all)> out(BIO_new(BIO_s_mem()), &BIO_free_all);
  constexpr unsigned long kForm = ASN1_STRFLGS_ESC_2253 | ASN1_STRFLGS_ESC_CTRL |
                                  ASN1_STRFLGS_UTF8_CONVERT | ASN1_STRFLGS_DUMP_UNKNOWN |
                                  ASN1_STRFLGS_DUMP_DER | XN_FLAG_SEP_CPLUS_SPC;
  X509_NAME_print_ex(out.get(), name, 0, kForm);
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  std::string mended;
  return std::string(valid_utf8({text, static_cast<std::size_t>(size)}, mended));
}

std::optional<Time> moment(const ASN1_TIME* time) {
  std::tm parts{};
  if (!time || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return unix_seconds(static_cast<double>(timegm(&parts)));
}

std::string encoded_key(const X509& x509) {
  unsigned char* bytes = nullptr;
  const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(&x509), &bytes);
  if (size <= 0) return {};
  std::string out(as_text(std::as_bytes(std::span(bytes, static_cast<std::size_t>(size)))));
  OPENSSL_free(bytes);
  return out;
}

// As Java's Integer.toHexString writes it.
std::string shortest_hex(std::uint32_t number) {
  std::array<char, 8> out{};
  const char* const end = std::to_chars(out.data(), out.data() + out.size(), number, 16).ptr;
  return {out.data(), static_cast<std::size_t>(end - out.data())};
}

}  // namespace

std::uint32_t java_hash(Bytes bytes) {
  std::uint32_t out = 1;
  for (const std::byte b : bytes)
    out = out * 31 + static_cast<std::uint32_t>(static_cast<std::int8_t>(b));
  return out;
}

bool same_name(Bytes a, Bytes b) {
  if (as_text(a) == as_text(b)) return true;
  const auto read = [](Bytes bytes) {
    const unsigned char* at = as_uchar(bytes);
    return std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)>(
        d2i_X509_NAME(nullptr, &at, static_cast<long>(bytes.size())), &X509_NAME_free);
  };
  const auto first = read(a), second = read(b);
  ERR_clear_error();
  return first && second && X509_NAME_cmp(first.get(), second.get()) == 0;
}

Result<Certificate> certificate(Bytes bytes) {
  if (bytes.size() > kLongest) return fail(Errc::too_large, "a certificate of more than 1 MiB");
  const unsigned char* at = as_uchar(bytes);
  const std::unique_ptr<X509, decltype(&X509_free)> x509(
      d2i_X509(nullptr, &at, static_cast<long>(bytes.size())), &X509_free);
  ERR_clear_error();
  if (!x509) return fail(Errc::malformed, "not a certificate");
  const ASN1_INTEGER* const serial = X509_get0_serialNumber(x509.get());
  const auto length = static_cast<std::size_t>(ASN1_STRING_length(serial));
  const std::uint32_t usage = X509_get_key_usage(x509.get());
  Certificate out{.bytes = std::string(as_text(bytes)),
                  .md5 = hex(as_bytes(hash(Hash::md5, bytes))),
                  .sha1 = hex(as_bytes(hash(Hash::sha1, bytes))),
                  .sha256 = hex(as_bytes(hash(Hash::sha256, bytes))),
                  .subject = name_text(X509_get_subject_name(x509.get())),
                  .issuer = name_text(X509_get_issuer_name(x509.get())),
                  .serial = hex(std::as_bytes(std::span(ASN1_STRING_get0_data(serial), length))),
                  .from = moment(X509_get0_notBefore(x509.get())),
                  .until = moment(X509_get0_notAfter(x509.get())),
                  .public_key = encoded_key(*x509),
                  .java_hash = shortest_hex(java_hash(bytes)),
                  .may_sign = (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0};
  ERR_clear_error();
  return out;
}

}  // namespace bridle
