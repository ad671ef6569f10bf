// The head of an Android backup (`adb backup`, *.ab) and the key of an encrypted one.
//
//   line 1  ANDROID BACKUP          5  salt of the password, hex     9  key blob, hex: AES-256-CBC,
//        2  version, 1 to 5         6  salt of the checksum, hex        PKCS#7, of length and IV,
//        3  1 if packed with zlib   7  rounds of PBKDF2-HMAC-SHA1       length and master key,
//        4  none or AES-256         8  IV of the key blob, hex          length and checksum
//   Lines 5 to 9 are there only if it is encrypted. The data follow: a tar, packed, then encrypted.
// Source: AOSP frameworks/base PerformAdbBackupTask, PasswordUtils.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "format/aes.h"

namespace bridle {

struct AndroidBackupHead {
  std::int64_t version = 0;
  bool packed = false;
  bool encrypted = false;
  std::uint64_t data_at = 0;
  // Of encrypted ones, as bytes:
  std::string password_salt, checksum_salt, key_iv, key_blob;
  std::uint32_t rounds = 0;
};

inline constexpr std::string_view kAndroidBackupMark = "ANDROID BACKUP\n";
inline constexpr std::size_t kAndroidBackupHead = 4096;  // more than any head takes

// `start` is the file's start, kAndroidBackupHead bytes or all of it. Errc::unsupported for
// versions and encryption that are not known.
Result<AndroidBackupHead> android_backup_head(Bytes start);

struct AndroidBackupKey {
  AesKey key;
  AesBlock iv;
};

// Errc::encrypted if the password is wrong; Errc::malformed if the head's values cannot be.
Result<AndroidBackupKey> unlock_android_backup(const AndroidBackupHead& head,
                                               std::string_view password);

}  // namespace bridle
