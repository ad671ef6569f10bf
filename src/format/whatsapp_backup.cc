#include "format/whatsapp_backup.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>

#include "base/reader.h"
#include "base/text.h"
#include "format/hash.h"
#include "format/protobuf.h"

namespace bridle {
namespace {

constexpr std::size_t kSalt = 32, kId = 16, kIv = 16, kTag = 16, kMd5 = 16, kNumber = 4;
constexpr std::uint64_t kLeastMessage = 20, kMostMessage = 4096;
constexpr std::string_view kCipher{"\x00\x01", 2};
constexpr const char* kNoBackup = "no backup of WhatsApp";

bool is_printable(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

bool take_iv(Bytes bytes, WhatsAppBackupHead& out) {
  if (bytes.size() != kIv) return false;
  std::ranges::copy(bytes, out.iv.begin());
  return true;
}

Result<WhatsAppBackupHead> raw_head(Bytes start) {
  Reader in(start);
  in.take(kCipher.size());
  const auto version = in.u8();
  WhatsAppBackupHead out;
  out.salts = as_text(in.take(kSalt + kId));
  const Bytes iv = in.take(kIv);
  TRY(in.done());
  take_iv(iv, out);
  out.data_at = in.pos();
  if (version < 1 || version > 3)
    return fail(Errc::unsupported, "a version of the key that is not known", kCipher.size());
  return out;
}

// What the message says, before it is known whether it is one of a backup.
struct Message {
  std::uint64_t key_kind = 0;
  std::string cipher = {};
  std::string salt = {}, id = {};
  bool has_iv14 = false, has_iv15 = false, other_version = false;
};

Result<void> read_wrapped(Bytes bytes, Message& message, WhatsAppBackupHead& out) {
  ProtoReader in(bytes);
  while (const auto field = TRY(in.next())) {
    if (field->number == 1) message.cipher = as_text(field->bytes);
    if (field->number == 2)
      message.other_version =
          field->bytes.size() != 1 || as_text(field->bytes).find_first_not_of("123") == 0;
    if (field->number == 3) message.salt = as_text(field->bytes);
    if (field->number == 4) message.id = as_text(field->bytes);
    if (field->number == 5) message.has_iv14 = take_iv(field->bytes, out);
  }
  return {};
}

Result<void> read_own(Bytes bytes, Message& message, WhatsAppBackupHead& out) {
  ProtoReader in(bytes);
  while (const auto field = TRY(in.next()))
    if (field->number == 1) message.has_iv15 = take_iv(field->bytes, out);
  return {};
}

Result<void> read_about(Bytes bytes, WhatsAppBackupHead& out) {
  ProtoReader in(bytes);
  while (const auto field = TRY(in.next())) {
    const auto n = field->number;
    if (n == 1 && is_printable(as_text(field->bytes))) out.app_version = as_text(field->bytes);
    if (n == 3 && is_printable(as_text(field->bytes))) out.number_ending = as_text(field->bytes);
    if (n == 4) out.backup_version = field->value;
    if (n < 5 || n == 38 || n > 39) continue;
    out.has_migrations = true;
    if (field->value != 0) out.migrations.push_back(n);
  }
  return {};
}

Result<void> read_message(Bytes bytes, Message& message, WhatsAppBackupHead& out) {
  ProtoReader in(bytes);
  while (const auto field = TRY(in.next())) {
    if (field->number == 1) message.key_kind = field->value;
    if (field->number == 2) TRY(read_wrapped(field->bytes, message, out));
    if (field->number == 3) TRY(read_own(field->bytes, message, out));
    if (field->number == 4) TRY(read_about(field->bytes, out));
  }
  return {};
}

bool is_version_of_app(std::string_view text) {
  return contains(text, ".") && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

Result<WhatsAppBackupHead> settle(const Message& message, WhatsAppBackupHead out) {
  const bool whole14 = message.has_iv14 && message.salt.size() == kSalt && message.id.size() == kId;
  if (!whole14 && !message.has_iv15) {
    if (is_version_of_app(out.app_version))
      return fail(Errc::unsupported, "a way of encrypting that is not known", 0);
    return fail(Errc::malformed, kNoBackup);
  }
  if (message.key_kind > 1 || (whole14 && message.has_iv15) ||
      (whole14 && (message.cipher != kCipher || message.other_version)))
    return fail(Errc::unsupported, "a version of the cipher or the key that is not known", 0);
  out.seal = whole14 ? WhatsAppSeal::crypt14 : WhatsAppSeal::crypt15;
  if (whole14) out.salts = message.salt + message.id;
  return out;
}

}  // namespace

Result<WhatsAppBackupHead> whatsapp_backup_head(Bytes start) {
  if (as_text(start).starts_with(kCipher)) return raw_head(start);
  Reader in(start);
  std::uint64_t size = 0;
  for (unsigned shift = 0, more = 1; more != 0 && shift < 21; shift += 7) {
    const auto byte = in.u8();
    size |= std::uint64_t{byte & 0x7fU} << shift;
    more = byte & 0x80U;
    if (more != 0 && shift == 14) size = 0;
  }
  if (size < kLeastMessage || size > kMostMessage) return fail(Errc::malformed, kNoBackup);
  const Bytes bytes = in.take(size);
  TRY(in.done());
  WhatsAppBackupHead out;
  Message message;
  TRY(read_message(bytes, message, out));
  out.data_at = in.pos();
  return settle(message, std::move(out));
}

bool is_crypt12_end(Bytes last) {
  const std::string_view text = as_text(last);
  const auto unknown_or_digit = [](char c) { return c == '-' || is_digit(c); };
  return text.size() == kNumber && unknown_or_digit(text[0]) && unknown_or_digit(text[1]) &&
         is_digit(text[2]) && is_digit(text[3]);
}

bool must_have_md5(const WhatsAppBackupHead& head) {
  return head.seal == WhatsAppSeal::crypt12 || head.has_migrations;
}

std::uint64_t bytes_behind(const WhatsAppBackupHead& head) {
  return kTag + kMd5 + (head.seal == WhatsAppSeal::crypt12 ? kNumber : 0);
}

std::optional<WhatsAppKey> whatsapp_key_file(Bytes file) {
  constexpr std::string_view kMark{
      "\xac\xed\x00\x05ur\x00\x02[B\xac\xf3\x17\xf8\x06\x08T\xe0\x02\x00\x00xp", 23};
  Reader in(file);
  const bool marked = as_text(in.take(kMark.size())) == kMark;
  const std::uint64_t size = in.u32be();
  if (!marked || in.failed() || size != in.left()) return {};
  WhatsAppKey out;
  if (size == 131) {
    in.take(3);
    out.salts = as_text(in.take(kSalt + kId));
    const std::string_view sum = as_text(in.take(32));
    in.take(16);
    if (hash(Hash::sha256, as_bytes(out.salts).subspan(kSalt)) != sum) return {};
  } else if (size != out.key.size()) {
    return {};
  }
  std::ranges::copy(in.take(out.key.size()), out.key.begin());
  return out;
}

std::optional<Key> key_of_digits(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') digits += c;
  const auto bytes = from_hex(digits);
  Key out{};
  if (!bytes || bytes->size() != out.size()) return {};
  std::ranges::copy(as_bytes(*bytes), out.begin());
  return out;
}

// As HKDF: a key out of the root, and out of that the first block for this purpose.
AesKey crypt15_key(const Key& root) {
  constexpr std::string_view kPurpose{"backup encryption\x01", 18};
  const Key zeros{};
  Key middle{}, out{};
  unsigned size = 0;
  HMAC(EVP_sha256(), zeros.data(), static_cast<int>(zeros.size()), as_uchar(root), root.size(),
       as_writable_uchar(middle), &size);
  HMAC(EVP_sha256(), middle.data(), static_cast<int>(middle.size()), as_uchar(as_bytes(kPurpose)),
       kPurpose.size(), as_writable_uchar(out), &size);
  wipe(middle);
  return out;
}

}  // namespace bridle
