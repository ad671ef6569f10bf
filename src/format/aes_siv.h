// AES-SIV (RFC 5297) with a key of 32 bytes: the same text always becomes the same bytes, and
// nobody without the key can read or forge them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

// As OpenSSL has them.
struct evp_cipher_st;
struct evp_cipher_ctx_st;

namespace bridle {

// For one thread.
class AesSiv {
 public:
  static constexpr std::size_t kKey = 32;
  static constexpr std::size_t kTag = 16;

  explicit AesSiv(std::string_view key);  // of kKey bytes

  // The tag, and as many bytes as `text` has.
  std::string seal(std::string_view text) const;
  // What was sealed; nothing if this key did not seal it.
  std::optional<std::string> open(std::string_view sealed) const;

 private:
  struct Free {
    void operator()(evp_cipher_st* c) const;
    void operator()(evp_cipher_ctx_st* c) const;
  };
  std::string key_;
  std::unique_ptr<evp_cipher_st, Free> cipher_;
  std::unique_ptr<evp_cipher_ctx_st, Free> state_;
};

}  // namespace bridle
