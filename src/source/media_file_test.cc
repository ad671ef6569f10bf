// Media files as exhibits: told by their first bytes, whatever their names and what stands behind.
#include <gtest/gtest.h>

#include "format/apk_builder.h"
#include "source/test_folder.h"
#include "source/tree.h"

namespace bridle {
namespace {

std::string told(const std::string& path) {
  const auto store = open_store(path);
  if (!store) return store.error().what;
  const auto tree = open_tree(**store, {.secret = {}, .reads = {}});
  std::string out = std::string(tree->kind());
  for (const Node& node : tree->nodes()) {
    const auto content = tree->open(node);
    out += " " + node.domain + ":" + node.path + "=" +
           (content ? std::to_string((*content)->size()) : content.error().what);
  }
  return out;
}

TEST(MediaFiles, AreToldByTheirContent) {
  const TestFolder at;
  at.write("a/IMG-1.jpg", std::string_view("II*\0\x08\0\0\0", 8));
  at.write("a/b/film", "....ftypisom");
  at.write("a/.nomedia", "");
  at.write("c/x.gif", "GIF89a");
  at.write("c/notes.txt", "words");
  at.write("e/.DS_Store", "");
  EXPECT_EQ(told(at.path("a")), "media-file media:IMG-1.jpg=8 media:b/film=12");
  EXPECT_EQ(told(at.path("a/IMG-1.jpg")), "media-file media:IMG-1.jpg=8");
  EXPECT_EQ(told(at.path("c")), "unknown");  // not media alone
  EXPECT_EQ(told(at.path("c/notes.txt")), "unknown");
  EXPECT_EQ(told(at.path("e")), "unknown");
}

TEST(MediaFiles, LieInSharedStorage) {
  const TestFolder at;
  at.write("s/Android/data/com.example/cache/x.json", "{}");
  at.write("s/DCIM/a.jpg", "\xff\xd8\xff\xd9");
  const auto store = open_store(at.path("s"));
  const auto tree = open_tree(**store, {.secret = {}, .reads = {"sdcard/DCIM/**"}});
  ASSERT_EQ(tree->nodes().size(), 2U);  // and the listing
  EXPECT_EQ(tree->nodes()[0].path + " in " + tree->nodes()[0].place,
            "sdcard/DCIM/a.jpg in DCIM/a.jpg");
  EXPECT_TRUE(tree->as_received(tree->nodes()[0]));
}

// Its members look like a phone's file system: that is what the attack brings, not what was given.
TEST(MediaFiles, AnArchiveBehindAPictureIsNotTheExhibit) {
  const TestFolder at;
  const std::string zip = zipped({{"data/data/com.example/files/b.so", "code"}}, "");
  at.write("x.jpg", "\xff\xd8\xff\xd9" + zip);
  at.write("x.zip", zip);
  EXPECT_EQ(told(at.path("x.jpg")), "media-file media:x.jpg=" + std::to_string(zip.size() + 4));
  EXPECT_EQ(told(at.path("x.zip")).substr(0, 18), "android-filesystem");
}

// A pass or a watch's face is one file, given alone or in a folder of pictures.
TEST(MediaFiles, PassesAndFacesAreMedia) {
  const TestFolder at;
  const std::string pass = zipped({{"pass.json", "{}"}, {"logo.png", "GIF89a"}}, "");
  const std::string face =
      zipped({{"face.json", "{}"}, {"metadata.json", "{}"}, {"snapshot.png", "GIF89a"}}, "");
  const std::string other = zipped({{"face.json", "{}"}, {"notes.txt", "words"}}, "");
  const auto size = [](const std::string& bytes) { return std::to_string(bytes.size()); };
  at.write("a/x.pkpass", pass);
  at.write("a/y.gif", "GIF89a");
  at.write("b/x.watchface", face);
  at.write("c/x.zip", other);
  EXPECT_EQ(told(at.path("a")), "media-file media:x.pkpass=" + size(pass) + " media:y.gif=6");
  EXPECT_EQ(told(at.path("a/x.pkpass")), "media-file media:x.pkpass=" + size(pass));
  EXPECT_EQ(told(at.path("b/x.watchface")), "media-file media:x.watchface=" + size(face));
  EXPECT_EQ(told(at.path("c")), "unknown");
  EXPECT_EQ(told(at.path("c/x.zip")), "unknown");
}

}  // namespace
}  // namespace bridle
