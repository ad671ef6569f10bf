#include "format/android_backup.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/reader.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::uint32_t kMostRounds = 2'000'000;  // Android writes 10,000
constexpr std::size_t kBlock = sizeof(AesBlock);

// The lines of the head, which end with '\n' each.
class HeadLines {
 public:
  explicit HeadLines(std::string_view text) : text_(text) {}

  Result<std::string_view> next() {
    const auto end = text_.find('\n', at_);
    if (end == std::string_view::npos)
      return fail(Errc::truncated, "the head of the backup ends early", at_);
    const auto line = text_.substr(at_, end - at_);
    at_ = end + 1;
    return line;
  }
  Result<std::string> hex() {
    const std::uint64_t at = at_;
    auto bytes = from_hex(TRY(next()));
    if (!bytes) return fail(Errc::malformed, "a line of the backup's head is no hex", at);
    return std::move(*bytes);
  }
  std::uint64_t at() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

Result<void> read_encryption(HeadLines& lines, AndroidBackupHead& out) {
  out.password_salt = TRY(lines.hex());
  out.checksum_salt = TRY(lines.hex());
  const std::uint64_t at = lines.at();
  const auto rounds = number(TRY(lines.next()));
  if (!rounds || *rounds < 1 || *rounds > kMostRounds)
    return fail(Errc::malformed, "the number of rounds is out of reason", at);
  out.rounds = static_cast<std::uint32_t>(*rounds);
  out.key_iv = TRY(lines.hex());
  out.key_blob = TRY(lines.hex());
  if (out.key_iv.size() != kBlock || out.key_blob.empty() || out.key_blob.size() % kBlock != 0)
    return fail(Errc::malformed, "the key of the backup has an impossible length", at);
  return {};
}

// Java takes each byte of the key for a signed char and writes it as UTF-8.
std::string as_java_text(Bytes key) {
  std::string out;
  for (const std::byte b : key) {
    const auto c = std::to_integer<char32_t>(b);
    append_utf8(out, c < 0x80 ? c : 0xff00 + c);
  }
  return out;
}

struct Blob {
  Bytes iv, key, checksum;
};

std::optional<Blob> read_blob(Bytes bytes) {
  Reader in(bytes);
  Blob out;
  for (Bytes* const part : {&out.iv, &out.key, &out.checksum}) *part = in.take(in.u8());
  if (in.failed() || out.iv.size() != kBlock || out.key.size() != AesKey{}.size()) return {};
  return out;
}

bool fits(const Blob& blob, const AndroidBackupHead& head) {
  const Bytes salt = as_bytes(head.checksum_salt);
  const auto is = [&](Bytes secret) {
    const Key sum = pbkdf2_sha1(secret, salt, head.rounds);
    return std::ranges::equal(Bytes(sum), blob.checksum);
  };
  return is(as_bytes(as_java_text(blob.key))) || is(blob.key);  // the second: version 1
}

}  // namespace

Result<AndroidBackupHead> android_backup_head(Bytes start) {
  const std::string_view text = as_text(start);
  if (!text.starts_with(kAndroidBackupMark)) return fail(Errc::malformed, "no Android backup");
  HeadLines lines(text);
  TRY(lines.next());
  AndroidBackupHead out;
  const auto version = number(TRY(lines.next()));
  if (!version || *version < 1 || *version > 5)
    return fail(Errc::unsupported, "a version of Android backups that is not known", lines.at());
  out.version = *version;
  const auto packed = TRY(lines.next());
  if (packed != "0" && packed != "1")
    return fail(Errc::malformed, "the head does not say whether the backup is packed", lines.at());
  out.packed = packed == "1";
  const auto encryption = TRY(lines.next());
  out.encrypted = encryption != "none";
  if (out.encrypted && encryption != "AES-256")
    return fail(Errc::unsupported, "an encryption that is not known", lines.at());
  if (out.encrypted) TRY(read_encryption(lines, out));
  out.data_at = lines.at();
  return out;
}

Result<AndroidBackupKey> unlock_android_backup(const AndroidBackupHead& head,
                                               std::string_view password) {
  Key from_password = pbkdf2_sha1(as_bytes(password), as_bytes(head.password_salt), head.rounds);
  std::string plain = head.key_blob;
  decrypt_cbc(from_password, as_bytes(head.key_iv), as_writable_bytes(plain));
  wipe(from_password);
  const auto blob = read_blob(as_bytes(plain));
  if (!blob || !fits(*blob, head)) return fail(Errc::encrypted, "the password is wrong");
  AndroidBackupKey out{.key = {}, .iv = {}};
  std::ranges::copy(blob->key, out.key.begin());
  std::ranges::copy(blob->iv, out.iv.begin());
  return out;
}

}  // namespace bridle
