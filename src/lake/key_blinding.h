// Makes of the keys that a matcher notes what only the lake's key lets anybody tell: without it
// nobody can try which telephone numbers a lake holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

// As OpenSSL has it.
struct evp_cipher_ctx_st;

namespace bridle {

// For one thread.
class KeyBlinding {
 public:
  explicit KeyBlinding(std::string_view lake_key);

  // In place: of each key the 48 bits that stand for it, the first of its block under AES-256 (a
  // key of its own: HMAC-SHA-256 of "bridle-lookups" under that of the lake). Two of a thousand
  // million million keys are the same then.
  void blind(std::span<std::uint64_t> keys);

  // The same for the same lake's key, and tells nothing of it.
  std::uint64_t mark() const { return mark_; }

 private:
  struct Free {
    void operator()(evp_cipher_ctx_st* c) const;
  };
  std::unique_ptr<evp_cipher_ctx_st, Free> state_;
  std::vector<std::byte> blocks_;
  std::uint64_t mark_ = 0;
};

}  // namespace bridle
