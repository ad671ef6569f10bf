#include "source/whatsapp_unsealing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "format/aes_gcm.h"
#include "format/hash.h"
#include "source/ahead.h"
#include "source/archive_store.h"
#include "source/inflate.h"

namespace bridle {
namespace {

constexpr std::uint64_t kTag = 16, kMd5 = 16;
constexpr std::size_t kBlock = 256 << 10;
constexpr std::uint64_t kMostPlain = std::uint64_t{16} << 30;
constexpr std::array kZlib = {std::byte{0x78}, std::byte{0x01}};
constexpr std::array kZip = {std::byte{'P'}, std::byte{'K'}};

Result<void> add(Hasher& into, const Content& file, std::uint64_t at, std::uint64_t size) {
  std::vector<std::byte> block(static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, size)));
  while (size > 0) {
    const auto part = std::span(block).first(
        static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), size)));
    TRY(file.read(at, part));
    into.add(part);
    at += part.size();
    size -= part.size();
  }
  return {};
}

// What the cipher text says, decrypted and summed up as it is read.
class Opening : public Stream {
 public:
  Opening(const Content& file, const WhatsAppBackupHead& head, const AesKey& key,
          std::uint64_t behind)
      : file_(file),
        begins_(head.data_at),
        size_(file.size() - behind - begins_),
        key_(key, head.iv) {}

  std::uint64_t size() const { return size_; }

  Result<std::size_t> read(std::span<std::byte> out) override {
    out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - next_)));
    if (next_ == 0) TRY(add(sum_, file_, 0, begins_));
    TRY(file_.read(begins_ + next_, out));
    sum_.add(out);
    key_.decrypt(out);
    if (next_ == 0 && out.size() >= start_.size()) std::copy_n(out.begin(), 2, start_.begin());
    next_ += out.size();
    return out.size();
  }

  bool starts_right() const { return start_ == kZlib || start_ == kZip; }
  bool is_zip() const { return start_ == kZip; }

  // After the last byte. A tag of which nothing is left is none.
  Result<void> finish(bool& authentic, bool& whole) {
    std::array<std::byte, kTag> tag{};
    TRY(file_.read(begins_ + size_, tag));
    authentic = key_.authentic(tag);
    sum_.add(tag);
    std::array<std::byte, kMd5> md5{};
    whole = file_.read(begins_ + size_ + kTag, md5).has_value() && sum_.finish() == as_text(md5);
    return {};
  }

 private:
  const Content& file_;
  std::uint64_t begins_, size_, next_ = 0;
  GcmDecryption key_;
  Hasher sum_{Hash::md5};
  std::array<std::byte, 2> start_{};
};

// A stream as a content that one reader reads in order.
class InOrder : public Content {
 public:
  InOrder(Stream& bytes, std::uint64_t size) : bytes_(bytes), size_(size) {}

  std::uint64_t size() const override { return size_; }
  Result<void> read(std::uint64_t at, std::span<std::byte> out) const override {
    if (at != next_ || out.size() > size_ - at) return fail(Errc::io, "read out of order", at);
    next_ += out.size();
    return TRY(bytes_.read(out)) == out.size() ? Result<void>()
                                               : fail(Errc::truncated, "the data ends early", at);
  }

 private:
  Stream& bytes_;
  std::uint64_t size_;
  mutable std::uint64_t next_ = 0;
};

// What one pass over the file has shown.
struct Attempt {
  Descriptor plain;
  bool authentic = false;             // the tag is right
  bool whole = false;                 // the MD5 is right
  bool starts_right = false;          // it begins as what WhatsApp encrypts
  std::optional<Error> problem = {};  // of what is packed
};

// Into memory, as far as it can be had; the error is one of this machine, the problem one of the
// stream.
Result<std::optional<Error>> take(Stream& from, const Descriptor& into) {
  std::vector<std::byte> block(kBlock);
  std::uint64_t size = 0;
  for (;;) {
    const auto got = from.read(block);
    if (!got) return got.error();
    if (*got == 0) return std::nullopt;
    if ((size += *got) > kMostPlain)
      return Error{Errc::too_large, "it is larger than 16 GB when it is unpacked"};
    TRY(append(into, std::span(block).first(*got)));
  }
}

Result<std::optional<Error>> take_unpacked(Stream& from, std::uint64_t size,
                                           const Descriptor& into) {
  const InOrder packed(from, size);
  InflateStream inflated(packed, 0, size, Wrap::zlib);
  auto problem = [&] {
    AheadStream ahead(inflated);
    return take(ahead, into);
  }();
  if (problem && !*problem && inflated.at() != size)
    *problem = {Errc::malformed, "there are bytes behind what is packed", inflated.at()};
  return problem;
}

// What is left of the cipher text counts for its tag.
Result<void> drain(Stream& from) {
  std::vector<std::byte> block(kBlock);
  while (TRY(from.read(block)) > 0) {
  }
  return {};
}

Result<bool> begins_as_zip(const Content& file, const WhatsAppBackupHead& head, const AesKey& key,
                           std::uint64_t behind) {
  Opening opening(file, head, key, behind);
  std::array<std::byte, 2> start{};
  TRY(opening.read(start));
  return opening.is_zip();
}

// On three threads: one reads, sums up and decrypts, one inflates, and this one keeps.
Result<Attempt> attempt(const Content& file, const WhatsAppBackupHead& head, const AesKey& key,
                        std::uint64_t behind) {
  Attempt out{.plain = TRY(memory_file())};
  const bool zip = TRY(begins_as_zip(file, head, key, behind));
  Opening opening(file, head, key, behind);
  {
    AheadStream ahead(opening);
    out.problem =
        TRY(zip ? take(ahead, out.plain) : take_unpacked(ahead, opening.size(), out.plain));
    TRY(drain(ahead));
  }
  TRY(opening.finish(out.authentic, out.whole));
  out.starts_right = opening.starts_right();
  return out;
}

Result<Descriptor> proven(Attempt attempt) {
  if (!attempt.problem) return std::move(attempt.plain);
  if (attempt.problem->code == Errc::too_large) return std::unexpected(*attempt.problem);
  return fail(Errc::malformed, "the key fits and nothing was changed, but what is packed is broken",
              attempt.problem->at);
}

// Why it is not what was written, if neither place of a tag holds a right one.
Error reason(const WhatsAppBackupHead& head, const Attempt& with_md5, const Attempt* without) {
  const bool ends_early = with_md5.problem && with_md5.problem->code == Errc::truncated &&
                          (!without || without->problem);
  if (with_md5.starts_right && ends_early)
    return {Errc::truncated, "the key fits, but the backup ends early: it was cut"};
  if (with_md5.starts_right)
    return {Errc::malformed, "the key fits, but the backup was changed: its tag is wrong"};
  if (must_have_md5(head))
    return {Errc::malformed, "the backup was changed or cut: its MD5 is wrong"};
  return {Errc::encrypted, "the key is not that of this backup, or the backup was changed or cut"};
}

}  // namespace

Result<bool> is_whole_by_md5(const Content& file, const WhatsAppBackupHead& head) {
  const std::uint64_t behind = bytes_behind(head);
  if (file.size() < head.data_at + behind) return false;
  const std::uint64_t at = file.size() - behind + kTag;
  Hasher sum(Hash::md5);
  TRY(add(sum, file, 0, at));
  std::array<std::byte, kMd5> md5{};
  TRY(file.read(at, md5));
  return sum.finish() == as_text(md5);
}

Result<AesKey> whatsapp_backup_key(const WhatsAppBackupHead& head, const Secret& secret) {
  const bool own = head.seal == WhatsAppSeal::crypt15;
  if (secret.whatsapp_key) {
    const auto key = whatsapp_key_file(as_bytes(*secret.whatsapp_key));
    if (!key) return fail(Errc::encrypted, "the key file is damaged");
    if (own && !key->salts.empty())
      return fail(Errc::encrypted,
                  "the key file is of crypt12 and crypt14: crypt15 needs encrypted_backup.key");
    if (!own && key->salts.empty())
      return fail(Errc::encrypted, "the key file is of crypt15: this backup needs the file key");
    if (key->salts != head.salts)
      return fail(Errc::encrypted, "the key file is of another account or installation");
    return own ? crypt15_key(key->key) : key->key;
  }
  std::optional<Key> key;
  if (secret.key && secret.key->size() == Key{}.size()) {
    key.emplace();
    std::ranges::copy(as_bytes(*secret.key), key->begin());
  } else if (secret.password) {
    key = key_of_digits(*secret.password);
    if (!key) return fail(Errc::encrypted, "the password is not the 64 digits of a key");
  }
  if (!key)
    return fail(Errc::encrypted,
                own ? "the backup is encrypted and no key was given: it opens with "
                      "encrypted_backup.key or the 64 digits that its owner wrote down"
                    : "the backup is encrypted and no key was given: it opens with the file key "
                      "of WhatsApp's own folder on the phone");
  return own ? crypt15_key(*key) : *key;
}

Result<Descriptor> unseal(const Content& file, const WhatsAppBackupHead& head, const AesKey& key) {
  const std::uint64_t behind = bytes_behind(head);
  if (file.size() <= head.data_at + behind)
    return fail(Errc::truncated, "the backup ends early: it was cut", file.size());
  auto first = TRY(attempt(file, head, key, behind));
  if (first.authentic && first.whole) return proven(std::move(first));
  if (first.authentic)
    return fail(Errc::malformed,
                "the key fits, but the head or the MD5 at the end of the backup was changed",
                file.size() - behind + kTag);
  if (first.whole && !first.starts_right)
    return fail(Errc::encrypted, "the key is not that of this backup, which is whole by its MD5");
  if (must_have_md5(head)) return std::unexpected(reason(head, first, nullptr));
  auto second = TRY(attempt(file, head, key, kTag));
  if (second.authentic) return proven(std::move(second));
  return std::unexpected(reason(head, first, &second));
}

}  // namespace bridle
