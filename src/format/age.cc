#include "format/age.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "format/age_crypto.h"

namespace bridle::age {
namespace {

constexpr std::size_t kLine = 64;
constexpr std::size_t kMostStanzas = 1000;
constexpr unsigned kMostWork = 22;  // log2 N; age itself writes 18, 4 GB of memory at 22

// The lines of the head, which is text until its last one.
class HeadLines {
 public:
  explicit HeadLines(std::string_view text) : text_(text) {}
  Result<std::string_view> next() {
    const auto end = text_.find('\n', at);
    if (end == std::string_view::npos)
      return fail(Errc::truncated, "the head of the encrypted file ends early", at);
    const auto line = text_.substr(at, end - at);
    at = end + 1;
    return line;
  }
  std::size_t at = 0;

 private:
  std::string_view text_;
};

Result<Stanza> stanza(std::string_view first, HeadLines& lines) {
  Stanza out;
  for (const std::string_view word : split(first.substr(3), ' ')) out.words.emplace_back(word);
  std::string packed;
  for (;;) {
    const std::string_view line = TRY(lines.next());
    if (line.size() > kLine)
      return fail(Errc::malformed, "a line of the head is too long", lines.at);
    packed += line;
    if (line.size() < kLine) break;
  }
  auto body = from_base64(packed);
  if (!body) return fail(Errc::malformed, "a key in the head is no Base64", lines.at);
  out.body = std::move(*body);
  return out;
}

std::optional<std::string> by_identity(const Stanza& s, const Secret& secret) {
  if (s.words.size() != 2 || s.words[0] != "X25519") return {};
  const auto share = from_base64(s.words[1]);
  if (!share || share->size() != secret.size()) return {};
  const auto agreed = x25519(secret, as_bytes(*share));
  if (!agreed) return {};
  const std::string key =
      hkdf(agreed->shared, *share + agreed->own_public, "age-encryption.org/v1/X25519");
  return open_sealed(key, std::string(12, '\0'), as_bytes(s.body));
}

Result<std::optional<std::string>> by_password(const Stanza& s, const std::string& password) {
  if (s.words.size() != 3 || s.words[0] != "scrypt") return std::nullopt;
  const auto salt = from_base64(s.words[1]);
  const auto work = number(s.words[2]);
  if (!salt || !work || *work < 1) return std::nullopt;
  if (*work > kMostWork)
    return fail(Errc::unsupported, "the work that the password costs is out of reason");
  const auto key =
      scrypt(password, "age-encryption.org/v1/scrypt" + *salt, static_cast<unsigned>(*work));
  if (!key) return std::nullopt;
  return open_sealed(*key, std::string(12, '\0'), as_bytes(s.body));
}

bool fits(const std::string& key, const Head& head, Bytes start) {
  const std::string mac = hmac(hkdf(key, "", "header"), start.first(head.mac_at));
  return mac.size() == head.mac.size() &&
         CRYPTO_memcmp(mac.data(), head.mac.data(), mac.size()) == 0;
}

}  // namespace

Result<Head> head(Bytes start) {
  const std::string_view text = as_text(start);
  if (!text.starts_with(kMark)) return fail(Errc::malformed, "it is not encrypted with age");
  HeadLines lines(text);
  TRY(lines.next());
  Head out;
  for (;;) {
    const std::size_t at = lines.at;
    const std::string_view line = TRY(lines.next());
    if (line.starts_with("--- ")) {
      auto mac = from_base64(line.substr(4));
      if (!mac) return fail(Errc::malformed, "the head's own check is no Base64", at);
      out.mac = std::move(*mac);
      out.mac_at = at + 3;
      out.size = lines.at;
      return out;
    }
    if (!line.starts_with("-> ") || out.stanzas.size() == kMostStanzas)
      return fail(Errc::malformed, "a line of the head that is none", at);
    out.stanzas.push_back(TRY(stanza(line, lines)));
  }
}

Result<std::string> file_key(const Head& head, Bytes start, const Unlocking& with) {
  for (const Stanza& s : head.stanzas) {
    std::optional<std::string> key;
    if (with.identity) key = by_identity(s, *with.identity);
    if (!key && with.password) key = TRY(by_password(s, *with.password));
    if (key && key->size() == 16 && fits(*key, head, start)) return std::move(*key);
  }
  return fail(Errc::encrypted, with.identity || with.password
                                   ? "the key or password does not fit"
                                   : "it is encrypted and neither key nor password was given");
}

std::string payload_key(std::string_view file_key, Bytes nonce) {
  return hkdf(std::string(file_key), std::string(as_text(nonce)), "payload");
}

std::string chunk_nonce(std::uint64_t number, bool last) {
  std::string nonce(12, '\0');
  for (int i = 0; i < 8; ++i)
    nonce[10 - static_cast<std::size_t>(i)] = static_cast<char>(number >> 8 * i);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

bool open_chunk(std::string_view key, std::uint64_t number, bool last, Bytes chunk,
                std::span<std::byte> out) {
  const auto opened = open_sealed(std::string(key), chunk_nonce(number, last), chunk);
  if (!opened || opened->size() != out.size()) return false;
  std::ranges::copy(as_bytes(*opened), out.begin());
  return true;
}

}  // namespace bridle::age
