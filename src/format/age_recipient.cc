#include "format/age_recipient.h"

#include <openssl/bn.h>

#include <algorithm>
#include <memory>

#include "base/sha256.h"
#include "base/text.h"
#include "format/age_crypto.h"

namespace bridle::age {
namespace {

constexpr std::size_t kKey = 32;
constexpr std::string_view kSshLabel = "age-encryption.org/v1/ssh-ed25519";
constexpr std::string_view kLabel = "age-encryption.org/v1/X25519";

using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

Number number() {
  return {BN_new(), &BN_free};
}

// From an Ed25519 key, y with the sign of x in its top bit, u = (1 + y) / (1 - y) modulo 2^255 - 19
// (RFC 7748, 4.1). Nothing if it is no key.
std::optional<std::string> montgomery(Bytes ed25519) {
  std::string y(as_text(ed25519));
  y.back() = static_cast<char>(y.back() & 0x7f);
  const std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)> room(BN_CTX_new(), &BN_CTX_free);
  const Number p = number(), over = number(), under = number();
  const Number point(BN_lebin2bn(as_uchar(as_bytes(y)), static_cast<int>(y.size()), nullptr),
                     &BN_free);
  if (!room || !p || !over || !under || !point) return {};
  std::string out(kKey, '\0');
  if (!BN_one(p.get()) || !BN_lshift(p.get(), p.get(), 255) || !BN_sub_word(p.get(), 19) ||
      !BN_copy(over.get(), point.get()) || !BN_add_word(over.get(), 1) || !BN_one(under.get()) ||
      !BN_mod_sub(under.get(), under.get(), point.get(), p.get(), room.get()) ||
      !BN_mod_inverse(under.get(), under.get(), p.get(), room.get()) ||
      !BN_mod_mul(over.get(), over.get(), under.get(), p.get(), room.get()) ||
      BN_bn2lebinpad(over.get(), as_writable_uchar(as_writable_bytes(std::span<char>(out))),
                     static_cast<int>(out.size())) < 0)
    return {};
  return out;
}

// "\0\0\0\x0bssh-ed25519\0\0\0 " and the key's 32 bytes (RFC 8709, 4).
Result<Recipient> ssh_recipient(std::string_view base64) {
  constexpr std::string_view kStart("\0\0\0\x0bssh-ed25519\0\0\0\x20", 19);
  const auto bytes = from_base64(base64);
  if (!bytes || bytes->size() != kStart.size() + kKey || !bytes->starts_with(kStart))
    return fail(Errc::malformed, "no ssh-ed25519 key");
  auto key = montgomery(as_bytes(*bytes).last(kKey));
  if (!key) return fail(Errc::malformed, "no ssh-ed25519 key");
  return Recipient{.sort = Recipient::Sort::ssh_ed25519, .key = std::move(*key), .ssh = *bytes};
}

std::string without_padding(std::string text) {
  while (text.ends_with('=')) text.pop_back();
  return text;
}

// HKDF-SHA-256 of no secret at all: OpenSSL refuses an empty one (RFC 5869; one block is enough).
std::string tweak_of(const std::string& ssh) {
  const std::string info = std::string(kSshLabel) + '\1';
  return hmac(hmac(ssh, {}), as_bytes(info));
}

}  // namespace

Result<Recipient> recipient(std::string_view line) {
  const auto words = split(trim(line), ' ');
  if (words.front() == "ssh-ed25519" && words.size() >= 2) return ssh_recipient(words[1]);
  if (words.front().starts_with("ssh-") || words.front().starts_with("ecdsa-"))
    return fail(Errc::unsupported, "of OpenSSH's keys only ssh-ed25519 can be a recipient");
  auto key = bech32(words.front(), "age");
  if (!key || key->size() != kKey || words.size() > 1)
    return fail(Errc::malformed, "neither an age1… recipient nor an ssh-ed25519 key");
  return Recipient{.key = std::move(*key)};
}

Result<std::vector<Recipient>> recipients(std::string_view file) {
  std::vector<Recipient> out;
  std::uint64_t number = 0;
  for (const std::string_view line : split(file, '\n')) {
    ++number;
    if (trim(line).empty() || trim(line).starts_with('#')) continue;
    auto one = recipient(line);
    if (!one) return fail(one.error().code, one.error().what, number);
    out.push_back(std::move(*one));
  }
  if (out.empty()) return fail(Errc::malformed, "no recipient stands in the file");
  return out;
}

Result<Stanza> wrapped(const Recipient& recipient, const std::string& file_key, Bytes secret) {
  const bool ssh = recipient.sort == Recipient::Sort::ssh_ed25519;
  auto agreed = x25519(secret, as_bytes(recipient.key));
  if (!agreed) return fail(Errc::malformed, "the recipient's key is of no use");
  const std::string share = agreed->own_public;
  if (ssh) {
    agreed = x25519(as_bytes(tweak_of(recipient.ssh)), as_bytes(agreed->shared));
    if (!agreed) return fail(Errc::malformed, "the recipient's key is of no use");
  }
  const std::string key =
      hkdf(agreed->shared, share + recipient.key, std::string(ssh ? kSshLabel : kLabel));
  auto body = sealed(key, std::string(12, '\0'), as_bytes(file_key));
  if (!body) return fail(Errc::io, "the file's key cannot be encrypted");
  Stanza out{.words = {"X25519"}, .body = std::move(*body)};
  if (ssh)
    out.words = {"ssh-ed25519",
                 without_padding(base64(Bytes(sha256(as_bytes(recipient.ssh))).first(4)))};
  out.words.push_back(without_padding(base64(as_bytes(share))));
  return out;
}

}  // namespace bridle::age
