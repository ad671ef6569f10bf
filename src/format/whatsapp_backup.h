// The head of WhatsApp's local backups on Android (*.crypt12, *.crypt14, *.crypt15), and their
// keys.
//
//             head                                       then
//   crypt12   67 bytes: 00 01, version of the key, salt  cipher text, tag 16, MD5 16, "--NN": the
//             of the server 32, id 16, IV 16             last two digits of the owner's number
//   crypt14   varint N, message of N bytes with field 2  cipher text, tag 16, MD5 16
//   crypt15   varint N, message of N bytes with field 3  cipher text, tag 16, MD5 16
//   part of a backup of many files: as the last two      cipher text, tag 16
// AES-256-GCM with an IV of 16 bytes; plain, it is a zlib stream of the database, or a zip. The
// MD5 is that of all before it: it tells without any key whether the file is as it was written.
//
//   message   1  0 if WhatsApp keeps the key (crypt14), 1 if its owner does (crypt15)
//             2  1 version of the cipher 00 01  2 version of the key, a digit  3 salt 32  4 id 16
//                5 IV 16
//             3  1 IV 16
//             4  1 version of the app  3 end of the owner's number  4 version of the backup
//                5 to 37, 39: which migrations of the database had run; never in parts of others
//
// Key files are a byte[] as Java serialises it: 27 bytes, the last four of them the length, then
//   131  00 01, version of the key, salt 32, id 16, SHA-256 of the id 32, zeros 16, AES key 32
//   32   the root key of crypt15, which its owner may know as 64 hexadecimal digits
// Source: public backups with their keys, and the programs that read them, compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "format/aes.h"

namespace bridle {

enum class WhatsAppSeal : std::uint8_t { crypt12, crypt14, crypt15 };

struct WhatsAppBackupHead {
  WhatsAppSeal seal = WhatsAppSeal::crypt12;
  std::uint64_t data_at = 0;
  AesBlock iv = {};
  std::string salts = {};  // the server's and the id, 48 bytes; none in crypt15
  std::string app_version = {};
  std::string number_ending = {};
  std::optional<std::uint64_t> backup_version = {};
  std::vector<std::uint32_t> migrations = {};  // numbers of those that had run
  bool has_migrations = false;                 // whether it says so of any
};

inline constexpr std::size_t kMostWhatsAppHead = 4099;

// `start` is the file's start, kMostWhatsAppHead bytes or all of it. Errc::unsupported for a head
// of this form with a version that is not known. Two bytes tell crypt12: see is_crypt12_end().
Result<WhatsAppBackupHead> whatsapp_backup_head(Bytes start);

// Whether four bytes are how a crypt12 ends; and the end of the owner's number in them.
bool is_crypt12_end(Bytes last);

// Whether such a file ends with an MD5 in any case.
bool must_have_md5(const WhatsAppBackupHead& head);

// Bytes behind the cipher text: tag, MD5, and the end of the number.
std::uint64_t bytes_behind(const WhatsAppBackupHead& head);

struct WhatsAppKey {
  std::string salts = {};  // of a key of crypt12 and crypt14; a root key has none
  Key key = {};
};

// Nothing if it is no key file or its own sum is wrong.
std::optional<WhatsAppKey> whatsapp_key_file(Bytes file);

// 64 hexadecimal digits, with blanks between them or without.
std::optional<Key> key_of_digits(std::string_view text);

// What crypt15 is encrypted with.
AesKey crypt15_key(const Key& root);

}  // namespace bridle
