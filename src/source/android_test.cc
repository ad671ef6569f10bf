// The kinds of Android exhibits, told by their content, and what of them becomes a node.
#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <zlib.h>

#include "base/text.h"
#include "source/test_archive.h"
#include "source/test_folder.h"
#include "source/tree.h"

namespace bridle {
namespace {

const std::string kDashes(79, '-');
const std::string kDump =
    "========================================================\n"
    "== dumpstate: 2026-01-09 03:10:11\n"
    "========================================================\n"
    "Build: X\n"
    "------ SYSTEM PROPERTIES (getprop) ------\n"
    "[persist.sys.timezone]: [Europe/Berlin]\n[ro.product.model]: [Example 5]\n"
    "[ro.build.version.release]: [15]\n"
    "------ 0.1s was the duration of 'SYSTEM PROPERTIES' ------\n" +
    kDashes + "\nDUMP OF SERVICE HIGH appops:\nops\n" +
    "--------- 0.017s was the duration of dumpsys appops, ending at: 2026-01-09 03:10:31\n" +
    kDashes + "\nDUMP OF SERVICE package:\npackages\n";

// Where in the dump a text stands, as nodes show it.
std::string place_of(std::string_view text) {
  return "@" + std::to_string(kDump.find(text));
}

// What the tree says of itself, and its nodes with their bytes.
std::string told(const std::string& path, Secret secret = {}) {
  const auto store = open_store(path);
  if (!store) return store.error().what;
  const OpenOptions options{.secret = std::move(secret), .reads = {"**", "*:**"}};
  const auto tree = open_tree(**store, options);
  std::string out = std::string(tree->kind()) + " " + std::string(name(tree->state()));
  const Device device = tree->device();
  if (!device.model.empty()) out += " " + device.model + ", " + device.os;
  out += '\n';
  for (const Node& node : tree->nodes()) {
    const auto content = tree->open(node);
    std::string text(content ? (*content)->size() : 0, '\0');
    const bool read = content && (*content)->read(0, as_writable_bytes(text));
    EXPECT_EQ(read, content.has_value());
    out += node.domain + ":" + node.path + " in " + node.place;
    if (node.begins > 0) out += "@" + std::to_string(node.begins);
    out += " = " + (content ? text.substr(0, text.find('\n')) : content.error().what) + '\n';
  }
  for (const TreeGap& gap : tree->gaps()) out += "gap " + gap.path + ": " + gap.why + '\n';
  return out;
}

std::string told_of(const std::string& bytes, Secret secret = {}) {
  const TestFolder at;
  at.write("x", bytes);
  return told(at.path("x"), std::move(secret));
}

const std::string kSms = "apps/com.android.providers.telephony/d_f/000000_sms_backup";

std::string backup_tar() {
  return tar_member(kSms, "messages\n") + kEnd;
}

// What the tree holds and nobody wants who only wants the appops.
std::string unread_beside_appops(const std::string& dump) {
  const TestFolder at;
  at.write("x", dump);
  const auto store = open_store(at.path("x"));
  if (!store) return store.error().what;
  const auto tree = open_tree(**store, {.secret = {}, .reads = {"dumpsys:appops"}});
  std::string out;
  for (const UnreadParts& unread : tree->unread()) {
    out += unread.container + (unread.more ? ", more than:" : ":");
    for (const std::string& name : unread.names) out += " " + name + ";";
    out += '\n';
  }
  for (const TreeGap& gap : tree->gaps()) out += "gap " + gap.path + ": " + gap.why + '\n';
  return out;
}

TEST(Android, NamesWhatNobodyReads) {
  EXPECT_EQ(unread_beside_appops(kDump), "dumpstate: SYSTEM PROPERTIES;\ndumpsys: package;\n");
  EXPECT_EQ(unread_beside_appops(kDump + "------ SHOW MAP 7 (x) ------\n1\n"
                                         "------ SHOW MAP 12 (x) ------\n1\n"
                                         "------ IP6TABLES (x) ------\n1\n"),
            "dumpstate: IP6TABLES; SHOW MAP #; SYSTEM PROPERTIES;\ndumpsys: package;\n");
  std::string many = kDump;
  for (int i = 0; i < 600; ++i) many += "------ T" + std::to_string(i) + " (x) ------\n";
  EXPECT_TRUE(unread_beside_appops(many).starts_with("dumpstate, more than: SYSTEM PROPERTIES;"));
}

TEST(Android, SaysThatThePhonesZoneIsNotStated) {
  std::string dump = kDump;
  dump.replace(dump.find("persist.sys.timezone"), 20, "persist.sys.language");
  EXPECT_EQ(unread_beside_appops(dump),
            "dumpstate: SYSTEM PROPERTIES;\ndumpsys: package;\n"
            "gap : the phone's time zone is not stated: where times have none, UTC is taken\n");
}

TEST(Android, BugreportIsItsFilesAndTheSectionsOfItsText) {
  const std::string zip = zip_of({{"main_entry.txt", "report.txt\n"},
                                  {"report.txt", kDump},
                                  {"FS/data/tombstones/tombstone_00", "*** ***"}});
  EXPECT_EQ(told_of(zip),
            "android-bugreport read Example 5, Android 15\n"
            "bugreport:FS/data/tombstones/tombstone_00 in FS/data/tombstones/tombstone_00 = *** "
            "***\n"
            "dumpstate:SYSTEM PROPERTIES in report.txt" +
                place_of("[persist") +
                " = [persist.sys.timezone]: [Europe/Berlin]\n"
                "dumpsys:appops in report.txt" +
                place_of("ops\n") +
                " = ops\n"
                "dumpsys:package in report.txt" +
                place_of("packages\n") + " = packages\n");
}

TEST(Android, BugreportWithoutMainEntryAndAsFlatTextAndInAZipInAZip) {
  const std::string sections = "dumpsys:package in ";
  const std::string zip = zip_of({{"bugreport-x.txt", kDump}, {"dumpstate_log.txt", "x\n"}});
  EXPECT_TRUE(contains(told_of(zip),
                       sections + "bugreport-x.txt" + place_of("packages\n") + " = packages"));
  EXPECT_TRUE(contains(told_of(kDump), sections + "x" + place_of("packages\n") + " = packages"));
  const std::string outer = zip_of({{"bugreport-outer.zip", zip}});
  EXPECT_TRUE(contains(told_of(outer), sections + "bugreport-outer.zip/bugreport-x.txt@"));
}

TEST(Android, AcquisitionOpensWhatLiesInIt) {
  const std::string log = "{\"dns_event\":{}}\n";
  const TestFolder at;
  at.write("u/acquisition.json", "{}");
  at.write("u/packages.json", "[]");
  at.write("u/getprop.txt", "[ro.product.model]: [Example 5]\n");
  at.write("u/dumpsys.txt", kDump);
  at.write("u/backup.ab", "ANDROID BACKUP\n5\n0\nnone\n" + backup_tar());
  at.write("u/bugreport.zip", zip_of({{"bugreport-x.txt", kDump}}));
  at.write("u/logs/sdcard/log/dumpState_X.zip", zip_of({{"dumpState_X.log", kDump}}));
  at.write("u/intrusion_logs/a.zip", zip_of({{"2026-06-08.txt", log}}));
  at.write("beside.txt", "not of the acquisition");
  const std::string all = told(at.path());
  EXPECT_TRUE(all.starts_with("android-androidqf read Example 5, \n")) << all;
  for (const std::string& part :
       {std::string("androidqf:packages.json in u/packages.json = []"),
        "adb-backup:" + kSms + " in u/backup.ab/" + kSms + " = messages",
        "dumpsys:appops in u/dumpsys.txt" + place_of("ops\n") + " = ops",
        "dumpsys:appops in u/bugreport.zip/bugreport-x.txt" + place_of("ops\n") + " = ops",
        "dumpsys:appops in u/logs/sdcard/log/dumpState_X.zip/dumpState_X.log" + place_of("ops\n") +
            " = ops",
        "intrusion-log:2026-06-08.txt in u/intrusion_logs/a.zip/2026-06-08.txt = " +
            log.substr(0, log.size() - 1)})
    EXPECT_TRUE(contains(all, part)) << part << "\n" << all;
  EXPECT_FALSE(contains(all, "beside")) << all;
}

TEST(Android, BrokenPartsOfAnAcquisitionAreGaps) {
  const TestFolder at;
  at.write("packages.json", "[]");
  at.write("getprop.txt", "");
  at.write("backup.ab", "ANDROID BACKUP\n9\n");
  at.write("bugreport.zip", "PK\x03\x04");
  at.write("intrusion_logs/a.zip", zip_of({{"../x.txt", "{}"}}));
  const std::string all = told(at.path());
  for (const std::string_view part :
       {"gap backup.ab: a version of Android backups that is not known",
        "gap bugreport.zip: no main text was found in this bugreport",
        "gap intrusion_logs/a.zip/../x.txt: refused: the name leaves the archive"})
    EXPECT_TRUE(contains(all, part)) << part << "\n" << all;
}

std::string zlib_of(const std::string& text) {
  std::string out(compressBound(text.size()), '\0');
  uLongf size = out.size();
  compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()),
           text.size());
  out.resize(size);
  return out;
}

TEST(Android, BackupsPlainPackedCutAndUnpacked) {
  const std::string head = "ANDROID BACKUP\n5\n";
  const std::string want = "android-backup read\nadb-backup:" + kSms + " in ";
  EXPECT_EQ(told_of(head + "0\nnone\n" + backup_tar()), want + "x/" + kSms + " = messages\n");
  const std::string packed = zlib_of(backup_tar());
  EXPECT_EQ(told_of(head + "1\nnone\n" + packed), want + "x/" + kSms + " = messages\n");
  const std::string cut = told_of(head + "1\nnone\n" + packed.substr(0, packed.size() - 8));
  EXPECT_TRUE(contains(cut, "gap x: ")) << cut;
  const TestFolder at;
  at.write("b/" + kSms, "messages\n");
  at.write("b/apps/com.android.providers.telephony/_manifest", "1\n");
  EXPECT_TRUE(contains(told(at.path()), "adb-backup:" + kSms + " in b/" + kSms));
}

TEST(Android, IntrusionLogsAndFileSystems) {
  const std::string log = "{\"security_event\":{\"event_id\":0}}\n";
  EXPECT_EQ(told_of(zip_of({{"2026-06-08.txt", log}})),
            "android-intrusion-log read\nintrusion-log:2026-06-08.txt in 2026-06-08.txt = " +
                log.substr(0, log.size() - 1) + "\n");
  EXPECT_EQ(told_of(tar_member("dump/data/data/com.x/y", "z") + kEnd),
            "android-filesystem read\n:data/data/com.x/y in dump/data/data/com.x/y = z\n"
            "listing:files in  = \n");
  EXPECT_TRUE(told_of(tar_member("private/var/mobile/Library/x", "z") + kEnd)
                  .starts_with("ios-filesystem read\n"));
  EXPECT_TRUE(told_of("anything else").starts_with("unknown unsupported\n"));
}

// Encrypted as Android does it, by OpenSSL's functions alone.
std::string hex_of(const std::string& s) {
  return hex(as_bytes(s)) + "\n";
}
std::string derived(const std::string& secret, const std::string& salt) {
  std::string out(32, '\0');
  PKCS5_PBKDF2_HMAC_SHA1(secret.data(), static_cast<int>(secret.size()),
                         reinterpret_cast<const unsigned char*>(salt.data()),
                         static_cast<int>(salt.size()), 1000, 32,
                         reinterpret_cast<unsigned char*>(out.data()));
  return out;
}
std::string encrypted(const std::string& key, const std::string& iv, const std::string& text) {
  EVP_CIPHER_CTX* const c = EVP_CIPHER_CTX_new();
  std::string out(text.size() + 16, '\0');
  const auto bytes = [](const std::string& s) {
    return reinterpret_cast<const unsigned char*>(s.data());
  };
  auto* const to = reinterpret_cast<unsigned char*>(out.data());
  int size = 0, rest = 0;
  EVP_EncryptInit_ex(c, EVP_aes_256_cbc(), nullptr, bytes(key), bytes(iv));
  EVP_EncryptUpdate(c, to, &size, bytes(text), static_cast<int>(text.size()));
  EVP_EncryptFinal_ex(c, to + size, &rest);
  EVP_CIPHER_CTX_free(c);
  out.resize(static_cast<std::size_t>(size + rest));
  return out;
}

std::string encrypted_backup(bool java_checksum) {
  const std::string salt(64, 's'), checksum_salt(64, 'c'), iv(16, 'i'), master_iv(16, 'm');
  std::string master, as_java;
  for (int i = 0; i < 32; ++i) {
    master += static_cast<char>(0x70 + i);
    append_utf8(as_java, static_cast<char32_t>(i < 16 ? 0x70 + i : 0xff70 + i));
  }
  const std::string sum = derived(java_checksum ? as_java : master, checksum_salt);
  const std::string blob = '\x10' + master_iv + '\x20' + master + '\x20' + sum;
  return "ANDROID BACKUP\n4\n1\nAES-256\n" + hex_of(salt) + hex_of(checksum_salt) + "1000\n" +
         hex_of(iv) + hex_of(encrypted(derived("secret", salt), iv, blob)) +
         encrypted(master, master_iv, zlib_of(backup_tar()));
}

TEST(Android, EncryptedBackupsNeedTheirPassword) {
  for (const bool java : {true, false}) {
    const std::string bytes = encrypted_backup(java);
    EXPECT_EQ(told_of(bytes, {.password = "secret", .key = {}}),
              "android-backup read\nadb-backup:" + kSms + " in x/" + kSms + " = messages\n");
    EXPECT_EQ(told_of(bytes), "android-backup encrypted\n");
    EXPECT_EQ(told_of(bytes, {.password = "wrong", .key = {}}), "android-backup encrypted\n");
  }
}

}  // namespace
}  // namespace bridle
