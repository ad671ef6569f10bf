#include "base/sha256.h"

#include <openssl/evp.h>

#include <algorithm>

#include "base/text.h"

namespace bridle {

// One EVP_MD for the process: fetching it anew costs more than hashing a small file.
struct Sha256::State {
  struct Free {
    void operator()(EVP_MD_CTX* c) const { EVP_MD_CTX_free(c); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
  void start() const {
    static const EVP_MD* const kind = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_DigestInit_ex2(context.get(), kind, nullptr);
  }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  state_->start();
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(Bytes more) {
  EVP_DigestUpdate(state_->context.get(), more.data(), more.size());
}

Digest Sha256::finish() {
  Digest out{};
  EVP_DigestFinal_ex(state_->context.get(), as_writable_uchar(out), nullptr);
  state_->start();
  return out;
}

Digest sha256(Bytes all) {
  Sha256 hash;
  hash.add(all);
  return hash.finish();
}

std::optional<Digest> digest_from_hex(std::string_view digits) {
  const auto bytes = from_hex(digits);
  Digest out{};
  if (!bytes || bytes->size() != out.size()) return {};
  std::ranges::copy(as_bytes(*bytes), out.begin());
  return out;
}

}  // namespace bridle
