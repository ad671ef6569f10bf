// The hashes that signatures and file formats name, by OpenSSL.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/bytes.h"

// As OpenSSL has it.
struct evp_md_ctx_st;

namespace bridle {

enum class Hash : std::uint8_t { md5, sha1, sha224, sha256, sha384, sha512 };

// The name that OpenSSL knows it by.
const char* hash_name(Hash kind);

class Hasher {
 public:
  explicit Hasher(Hash kind);
  ~Hasher();
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(Hasher&&) noexcept;

  void add(Bytes more);
  std::string finish();  // the bytes; and starts anew

 private:
  Hash kind_;
  evp_md_ctx_st* state_;
};

std::string hash(Hash kind, Bytes all);

}  // namespace bridle
