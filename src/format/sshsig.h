// Detached signatures as `ssh-keygen -Y sign` makes them, with Ed25519 keys: kept in a file, in an
// agent, or in a hardware token.
//
// Armour: a line "-----BEGIN SSH SIGNATURE-----", Base64, "-----END SSH SIGNATURE-----". In it,
// each string with its length (u32 big endian) before it:
//   6 bytes  "SSHSIG"
//   u32      1, the version
//   string   public key: string type, string 32 bytes [, string application, of tokens]
//   string   namespace: what the signature is for
//   string   reserved
//   string   hash, "sha256" or "sha512"
//   string   signature: string type, string 64 bytes [, u8 flags, u32 counter, of tokens]
// What is signed: "SSHSIG", and as strings namespace, reserved, hash and the message's hash. A
// token signs SHA-256 of the application, flags, counter, SHA-256 of that.
// https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig and PROTOCOL.u2f
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct SshSignature {
  std::string key;  // the public key as it stands there, bytes
  std::string purpose;
  std::string reserved;
  std::string hash;
  std::string signature;  // likewise
};

// Errc::malformed, Errc::truncated; Errc::unsupported for another version.
Result<SshSignature> ssh_signature(std::string_view armoured);

// Whether it is its key's signature of the message. Errc::unsupported for keys that are not
// Ed25519 and for other hashes.
Result<bool> is_signature_of(const SshSignature& signature, Bytes message);

// The bytes of a public key out of its line "ssh-ed25519 AAAA… comment". Errc::malformed.
Result<std::string> ssh_public_key(std::string_view line);

// "SHA256:…", as `ssh-keygen -l` shows a public key.
std::string ssh_fingerprint(Bytes key);

}  // namespace bridle
