// Encrypted backups of WhatsApp in the exhibits of phones, with the key in them or beside them.
#include "source/sealed_backups.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "source/sealed_backup_builder.h"
#include "source/test_archive.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

using namespace sealing;

const std::string kDatabases = "Android/media/com.whatsapp/WhatsApp/Databases/";
const std::string kToday =
    "an invented text of today, long enough to be packed: 555-0100, 555-0101";
const std::string kEarlier =
    "an invented text that was erased since, and that only this copy holds";

// The nodes of WhatsApp, as far as they open, and all gaps.
std::string told(const std::string& path, const Secret& secret = {.password = {}, .key = {}}) {
  const auto store = open_store(path);
  if (!store) return store.error().what;
  const auto tree = open_tree(**store, {.secret = secret, .reads = {"whatsapp:**"}});
  std::string out = std::string(tree->kind()) + " " + std::string(name(tree->state())) + "\n";
  for (const Node& node : tree->nodes()) {
    if (node.domain != "whatsapp") continue;
    const auto content = tree->open(node);
    std::string text(content ? static_cast<std::size_t>((*content)->size()) : 0, '\0');
    EXPECT_EQ(content && (*content)->read(0, as_writable_bytes(text)), content.has_value());
    out += node.path + " in " + node.place + ": " + (content ? text : content.error().what) + "\n";
  }
  for (const TreeGap& gap : tree->gaps()) out += "gap " + gap.path + ": " + gap.why + "\n";
  return out;
}

struct Copy {
  std::string path, bytes;
};

// Two copies of one store, sealed, at a place.
std::vector<Copy> two_copies(const std::string& below) {
  return {{below + kDatabases + "msgstore.db.crypt15", crypt15(packed(kToday))},
          {below + kDatabases + "msgstore-2024-05-01.1.db.crypt15", crypt15(packed(kEarlier))}};
}

std::string both(const std::string& in) {
  const std::string at = " in " + in + kDatabases;
  return "1/msgstore-2024-05-01.1.db" + at + "msgstore-2024-05-01.1.db.crypt15: " + kEarlier +
         "\n2/msgstore.db" + at + "msgstore.db.crypt15: " + kToday + "\n";
}

std::string tar_of(const std::vector<Copy>& files) {
  std::string out;
  for (const Copy& file : files) out += tar_member(file.path, file.bytes);
  return out + kEnd;
}

TEST(SealedBackups, OpenInAFileSystemWithTheKeyThatLiesThere) {
  std::vector<Copy> files = two_copies("data/media/0/");
  files.push_back({"data/data/com.whatsapp/files/encrypted_backup.key", key_file(kRoot)});
  files.push_back({"data/data/com.whatsapp/files/key", key_file(kKey14)});
  const TestFolder at;
  for (const Copy& file : files) at.write("dump/" + file.path, file.bytes);
  const std::string head = "android-filesystem read\n";
  EXPECT_EQ(told(at.path("dump")), head + both("data/media/0/"));
  at.write("dump.tar", tar_of(files));
  EXPECT_EQ(told(at.path("dump.tar")), head + both("data/media/0/"));
  at.write("dump.tar.gz", pack(tar_of(files), true));
  EXPECT_EQ(told(at.path("dump.tar.gz")), head + both("data/media/0/"));
}

TEST(SealedBackups, OpenInOtherExhibitsWithTheKeyThatWasGiven) {
  const Secret key = {.password = {}, .key = {}, .whatsapp_key = key_file(kRoot)};
  const TestFolder at;
  at.write("aqf/getprop.txt", "");
  at.write("aqf/packages.json", "[]");
  for (const Copy& file : two_copies("added/")) at.write("aqf/" + file.path, file.bytes);
  EXPECT_EQ(told(at.path("aqf"), key), "android-androidqf read\n" + both("added/"));
  at.write("x.ab", "ANDROID BACKUP\n5\n0\nnone\n" + tar_of(two_copies("shared/0/")));
  EXPECT_EQ(told(at.path("x.ab"), key), "android-backup read\n" + both("x.ab/shared/0/"));
  at.write("aqf2/getprop.txt", "");
  at.write("aqf2/packages.json", "[]");
  at.write("aqf2/backup.ab",
           "ANDROID BACKUP\n5\n1\nnone\n" + packed(tar_of(two_copies("shared/0/"))));
  EXPECT_EQ(told(at.path("aqf2"), key), "android-androidqf read\n" + both("backup.ab/shared/0/"));
}

TEST(SealedBackups, SayWhichKeyTheyWant) {
  const TestFolder at;
  for (const Copy& file : two_copies("data/media/0/")) at.write(file.path, file.bytes);
  at.write("data/media/0/x/wa.db.crypt14", crypt14(packed(kToday)));
  at.write("data/media/0/x/msgstore.db.mcrypt1", "of a cloud");
  at.write("data/data/com.whatsapp/files/key", "no key");
  const std::string own =
      "the backup is encrypted and no key was given: it opens with encrypted_backup.key or the 64 "
      "digits that its owner wrote down\n";
  const std::string phone =
      "the backup is encrypted and no key was given: it opens with the file key of WhatsApp's own "
      "folder on the phone\n";
  const std::string today = "data/media/0/" + kDatabases + "msgstore.db.crypt15",
                    earlier = "data/media/0/" + kDatabases + "msgstore-2024-05-01.1.db.crypt15",
                    wa = "data/media/0/x/wa.db.crypt14",
                    cloud = "data/media/0/x/msgstore.db.mcrypt1";
  EXPECT_EQ(told(at.path()),
            "android-filesystem read\n1/msgstore.db in " + earlier + ": " + own + "4/wa.db in " +
                wa + ": " + phone + "gap " + earlier + ": " + own + "gap " + today + ": " + own +
                "gap " + cloud +
                ": a copy out of the cloud: what opens it is kept there, not in the file\ngap " +
                wa + ": " + phone);
}

}  // namespace
}  // namespace bridle
