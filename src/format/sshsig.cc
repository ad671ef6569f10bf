#include "format/sshsig.h"

#include <openssl/evp.h>

#include <memory>

#include "base/reader.h"
#include "base/sha256.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kMagic = "SSHSIG";
constexpr std::string_view kPlain = "ssh-ed25519", kToken = "sk-ssh-ed25519@openssh.com";
constexpr std::string_view kBegin = "-----BEGIN SSH SIGNATURE-----";
constexpr std::string_view kEnd = "-----END SSH SIGNATURE-----";

Bytes string(Reader& in) {
  return in.take(in.u32be());
}

std::string kept(Bytes bytes) {
  return std::string(as_text(bytes));
}

std::string counted(std::string_view text) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(text.size() >> shift);
  return out.append(text);
}

std::string sha(std::string_view text) {
  return kept(sha256(as_bytes(text)));
}

std::string sha512(Bytes bytes) {
  std::string out(64, '\0');
  unsigned size = 0;
  EVP_Digest(bytes.data(), bytes.size(), as_writable_uchar(as_writable_bytes(out)), &size,
             EVP_sha512(), nullptr);
  return out;
}

bool ed25519_fits(Bytes key, Bytes signature, std::string_view message) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pkey(
      EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, as_uchar(key), key.size()),
      EVP_PKEY_free);
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                        EVP_MD_CTX_free);
  return pkey && context &&
         EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1 &&
         EVP_DigestVerify(context.get(), as_uchar(signature), signature.size(),
                          as_uchar(as_bytes(message)), message.size()) == 1;
}

// What a token signs instead of the message.
std::string attested(Bytes application, Bytes flags_and_counter, std::string_view message) {
  return sha(as_text(application)) + kept(flags_and_counter) + sha(message);
}

}  // namespace

Result<SshSignature> ssh_signature(std::string_view armoured) {
  const auto body = between(armoured, kBegin, kEnd);
  const auto bytes = body ? from_base64(*body) : std::nullopt;
  if (!bytes) return fail(Errc::malformed, "it is no armoured signature of OpenSSH");
  Reader in(as_bytes(*bytes));
  if (as_text(in.take(kMagic.size())) != kMagic)
    return fail(Errc::malformed, "it is no signature of OpenSSH");
  if (in.u32be() != 1) return fail(Errc::unsupported, "a signature of another version", in.pos());
  SshSignature out{.key = kept(string(in)),
                   .purpose = kept(string(in)),
                   .reserved = kept(string(in)),
                   .hash = kept(string(in)),
                   .signature = kept(string(in))};
  TRY(in.done());
  if (!in.at_end()) return fail(Errc::malformed, "more bytes follow the signature", in.pos());
  return out;
}

Result<bool> is_signature_of(const SshSignature& signature, Bytes message) {
  Reader key(as_bytes(signature.key));
  Reader given(as_bytes(signature.signature));
  const auto type = as_text(string(key));
  if (type != kPlain && type != kToken)
    return fail(Errc::unsupported, "the key is not of the kind Ed25519");
  if (signature.hash != "sha512" && signature.hash != "sha256")
    return fail(Errc::unsupported, "a hash that is neither sha256 nor sha512");
  if (as_text(string(given)) != type) return false;
  const Bytes point = string(key);
  const Bytes bytes = string(given);
  const std::string hash = signature.hash == "sha512" ? sha512(message) : sha(as_text(message));
  std::string signed_text = std::string(kMagic) + counted(signature.purpose) +
                            counted(signature.reserved) + counted(signature.hash) + counted(hash);
  if (type == kToken) signed_text = attested(string(key), given.take(5), signed_text);
  TRY(key.done());
  TRY(given.done());
  return key.at_end() && given.at_end() && ed25519_fits(point, bytes, signed_text);
}

Result<std::string> ssh_public_key(std::string_view line) {
  const auto parts = split(trim(line), ' ');
  auto blob = parts.size() >= 2 ? from_base64(parts[1]) : std::nullopt;
  if (!blob) return fail(Errc::malformed, "it is no public key of OpenSSH");
  Reader in(as_bytes(*blob));
  if (as_text(string(in)) != parts[0])
    return fail(Errc::malformed, "the key is of another kind than its line says");
  return std::move(*blob);
}

std::string ssh_fingerprint(Bytes key) {
  std::string digits = base64(sha256(key));
  while (digits.ends_with('=')) digits.pop_back();
  return "SHA256:" + digits;
}

}  // namespace bridle
