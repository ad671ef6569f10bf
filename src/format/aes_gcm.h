// AES-256-GCM decryption in pieces: what it gives is not to be believed until authentic() said so.
#pragma once

#include <memory>
#include <span>

#include "format/aes.h"

// As OpenSSL has it.
struct evp_cipher_ctx_st;

namespace bridle {

class GcmDecryption {
 public:
  // An IV of any length of 1 to 16 bytes; no additional data.
  GcmDecryption(const AesKey& key, Bytes iv);

  // In place, one piece after the other.
  void decrypt(std::span<std::byte> piece);
  // Whether all of it is what was encrypted under this key. Once, at the end.
  bool authentic(Bytes tag);

 private:
  struct Free {
    void operator()(evp_cipher_ctx_st* c) const;
  };
  std::unique_ptr<evp_cipher_ctx_st, Free> state_;
};

}  // namespace bridle
