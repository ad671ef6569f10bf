// For whom a file is encrypted with age: "age1…", or an OpenSSH key "ssh-ed25519 …".
//
// What a recipient gets is a stanza of the head (format/age.h): the file's key, wrapped with a key
// that a fresh X25519 key and the recipient's agree on. An Ed25519 key is turned into the X25519
// key of the same secret: https://github.com/C2SP/C2SP/blob/main/age.md,
// https://github.com/FiloSottile/age/blob/main/agessh/agessh.go
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/age.h"

namespace bridle::age {

struct Recipient {
  enum class Sort : std::uint8_t { x25519, ssh_ed25519 };
  Sort sort = Sort::x25519;
  std::string key = {};  // 32 bytes: the X25519 key
  std::string ssh = {};  // the key as OpenSSH writes it, bytes
};

// Errc::unsupported for other sorts of keys, Errc::malformed for what is none.
Result<Recipient> recipient(std::string_view line);

// Those of a file: one a line, with comments that begin with "#". The error is at its line, from 1.
Result<std::vector<Recipient>> recipients(std::string_view file);

// The stanza that gives the file's key to its recipient; `secret`: 32 fresh random bytes.
Result<Stanza> wrapped(const Recipient& recipient, const std::string& file_key, Bytes secret);

}  // namespace bridle::age
