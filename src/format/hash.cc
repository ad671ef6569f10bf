#include "format/hash.h"

#include <openssl/evp.h>

#include <array>
#include <utility>

namespace bridle {
namespace {

const EVP_MD* algorithm(Hash kind) {
  switch (kind) {
    case Hash::md5:
      return EVP_md5();
    case Hash::sha1:
      return EVP_sha1();
    case Hash::sha224:
      return EVP_sha224();
    case Hash::sha256:
      return EVP_sha256();
    case Hash::sha384:
      return EVP_sha384();
    case Hash::sha512:
      break;
  }
  return EVP_sha512();
}

}  // namespace

const char* hash_name(Hash kind) {
  return EVP_MD_get0_name(algorithm(kind));
}

Hasher::Hasher(Hash kind) : kind_(kind), state_(EVP_MD_CTX_new()) {
  EVP_DigestInit_ex(state_, algorithm(kind_), nullptr);
}

Hasher::~Hasher() {
  EVP_MD_CTX_free(state_);
}

Hasher::Hasher(Hasher&& other) noexcept
    : kind_(other.kind_), state_(std::exchange(other.state_, nullptr)) {}

Hasher& Hasher::operator=(Hasher&& other) noexcept {
  std::swap(kind_, other.kind_);
  std::swap(state_, other.state_);
  return *this;
}

void Hasher::add(Bytes more) {
  EVP_DigestUpdate(state_, more.data(), more.size());
}

std::string Hasher::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned size = 0;
  EVP_DigestFinal_ex(state_, out.data(), &size);
  EVP_DigestInit_ex(state_, algorithm(kind_), nullptr);
  return std::string(as_text(std::as_bytes(std::span(out).first(size))));
}

std::string hash(Hash kind, Bytes all) {
  Hasher out(kind);
  out.add(all);
  return out.finish();
}

}  // namespace bridle
