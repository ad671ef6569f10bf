// Encrypted backups of WhatsApp made for tests, with each way of sealing.
#pragma once

#include <openssl/evp.h>
#include <zlib.h>

#include <algorithm>
#include <string>

#include "format/hash.h"
#include "format/whatsapp_backup.h"

namespace bridle::sealing {

inline const std::string kRoot(32, '\x11');
inline const std::string kKey14(32, '\x22');

inline std::string packed(const std::string& plain) {
  uLongf size = compressBound(plain.size());
  std::string out(size, '\0');
  compress2(as_writable_uchar(as_writable_bytes(out)), &size, as_uchar(as_bytes(plain)),
            plain.size(), 1);
  out.resize(size);
  return out;
}

inline std::string sealed(const std::string& plain, Bytes key, Bytes iv) {
  std::string out(plain.size(), '\0'), tag(16, '\0');
  EVP_CIPHER_CTX* const c = EVP_CIPHER_CTX_new();
  int n = 0;
  EVP_EncryptInit_ex(c, EVP_aes_256_gcm(), nullptr, nullptr, nullptr);
  EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_SET_IVLEN, 16, nullptr);
  EVP_EncryptInit_ex(c, nullptr, nullptr, as_uchar(key), as_uchar(iv));
  EVP_EncryptUpdate(c, as_writable_uchar(as_writable_bytes(out)), &n, as_uchar(as_bytes(plain)),
                    static_cast<int>(plain.size()));
  EVP_EncryptFinal_ex(c, as_writable_uchar(as_writable_bytes(tag)), &n);
  EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_GCM_GET_TAG, 16, tag.data());
  EVP_CIPHER_CTX_free(c);
  return out + tag;
}

inline std::string field(int number, const std::string& bytes) {
  return std::string(1, static_cast<char>(number << 3 | 2)) + static_cast<char>(bytes.size()) +
         bytes;
}

inline const std::string kIv(16, '\x55'), kSalt(32, '\x33'), kId(16, '\x44');
enum class Kept : std::uint8_t { with_md5, tag_only };

inline std::string about(Kept kept) {
  return field(1, "2.22.5.13") + field(3, "01") +
         (kept == Kept::with_md5 ? std::string("\x28\x01\x30\x00", 4) : "");
}

inline std::string message(const std::string& how, Kept kept) {
  const std::string all = how + field(4, about(kept));
  return static_cast<char>(all.size()) + all;
}

inline std::string with_tail(const std::string& bytes, Kept kept, const std::string& tail = "") {
  return kept == Kept::tag_only ? bytes : bytes + hash(Hash::md5, as_bytes(bytes)) + tail;
}

inline std::string crypt15(const std::string& plain, Kept kept = Kept::with_md5) {
  Key root{};
  std::ranges::copy(as_bytes(kRoot), root.begin());
  const AesKey key = crypt15_key(root);
  const std::string head = message(std::string("\x08\x01", 2) + field(3, field(1, kIv)), kept);
  return with_tail(head + sealed(plain, key, as_bytes(kIv)), kept);
}

inline std::string crypt14(const std::string& plain) {
  const std::string wrapped = field(1, std::string("\0\1", 2)) + field(2, "2") + field(3, kSalt) +
                              field(4, kId) + field(5, kIv);
  const std::string head = message(std::string("\x08\x00", 2) + field(2, wrapped), Kept::with_md5);
  return with_tail(head + sealed(plain, as_bytes(kKey14), as_bytes(kIv)), Kept::with_md5);
}

inline std::string crypt12(const std::string& plain) {
  const std::string head = std::string("\0\1\2", 3) + kSalt + kId + kIv;
  return with_tail(head + sealed(plain, as_bytes(kKey14), as_bytes(kIv)), Kept::with_md5, "--01");
}

inline std::string key_file(const std::string& key) {
  const std::string mark("\xac\xed\x00\x05ur\x00\x02[B\xac\xf3\x17\xf8\x06\x08T\xe0\x02\x00\x00xp",
                         23);
  const std::string inner = key == kRoot ? key
                                         : std::string("\0\1\2", 3) + kSalt + kId +
                                               hash(Hash::sha256, as_bytes(kId)) +
                                               std::string(16, '\0') + key;
  return mark + std::string(3, '\0') + static_cast<char>(inner.size()) + inner;
}

}  // namespace bridle::sealing
