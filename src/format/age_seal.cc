#include "format/age_seal.h"

#include "base/text.h"
#include "format/age_crypto.h"

namespace bridle::age {
namespace {

constexpr std::size_t kFileKey = 16, kNonce = 16, kSecret = 32, kLine = 64;

std::string packed(Bytes bytes) {
  std::string out = base64(bytes);
  while (out.ends_with('=')) out.pop_back();
  return out;
}

// A body ends with a line that is shorter than the others, be it empty.
std::string text_of(const Stanza& stanza) {
  std::string out = "->";
  for (const std::string& word : stanza.words) out += " " + word;
  out += '\n';
  const std::string body = packed(as_bytes(stanza.body));
  for (std::size_t at = 0; at <= body.size(); at += kLine) out += body.substr(at, kLine) + "\n";
  return out;
}

}  // namespace

Result<Seal> Seal::begin(const std::vector<Recipient>& recipients, const Random& random,
                         Write write) {
  if (recipients.empty()) return fail(Errc::missing, "nobody to encrypt for");
  const std::string file_key = random(kFileKey), nonce = random(kNonce);
  if (file_key.size() != kFileKey || nonce.size() != kNonce)
    return fail(Errc::io, "the system gives no random numbers");
  std::string head(kMark);
  for (const Recipient& recipient : recipients) {
    const std::string secret = random(kSecret);
    if (secret.size() != kSecret) return fail(Errc::io, "the system gives no random numbers");
    head += text_of(TRY(wrapped(recipient, file_key, as_bytes(secret))));
  }
  head += "---";
  const std::string mac = hmac(hkdf(file_key, "", "header"), as_bytes(head));
  head += " " + packed(as_bytes(mac)) + "\n" + nonce;
  write(head);
  return Seal(payload_key(file_key, as_bytes(nonce)), std::move(write));
}

Result<void> Seal::chunk(std::string_view text, bool last) {
  const auto out = sealed(key_, chunk_nonce(number_++, last), as_bytes(text));
  if (!out) return fail(Errc::io, "the content cannot be encrypted");
  write_(*out);
  return {};
}

// A full chunk waits until something follows: only the last one may be short, and it is marked.
Result<void> Seal::add(std::string_view more) {
  while (!more.empty()) {
    if (waiting_.size() == kChunk) {
      TRY(chunk(waiting_, false));
      waiting_.clear();
    }
    const std::string_view part = more.substr(0, kChunk - waiting_.size());
    waiting_ += part;
    more.remove_prefix(part.size());
  }
  return {};
}

Result<void> Seal::finish() {
  return chunk(std::exchange(waiting_, {}), true);
}

}  // namespace bridle::age
