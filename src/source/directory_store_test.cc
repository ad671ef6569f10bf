#include "source/directory_store.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "source/test_folder.h"

namespace bridle {
namespace {

std::string listing(const Store& store) {
  std::string out;
  for (const Stored& f : store.files()) out += f.path + ' ' + std::to_string(f.size) + '\n';
  for (const Stored& f : store.folders()) out += f.path + "/\n";
  for (const StoreGap& g : store.gaps()) out += g.path + ": " + g.why + '\n';
  return out;
}

std::string text_of(const Store& store, std::string_view path) {
  const auto content = store.open(*store.find(path));
  if (!content) return content.error().what;
  std::string out((*content)->size(), '\0');
  const auto read = (*content)->read(0, as_writable_bytes(out));
  return read ? out : read.error().what;
}

TEST(DirectoryStore, ListsFilesAndNeverOpensLinksOrPipes) {
  const TestFolder at;
  at.write("outside", "secret");
  at.write("in/b/c.txt", "abc");
  at.write("in/b-/x", "");
  at.write("in/\xff\xfe name\n", "12345");
  std::filesystem::create_directories(at.path("in/empty"));
  ASSERT_EQ(symlink("../outside", at.path("in/link").c_str()), 0);
  ASSERT_EQ(symlink("..", at.path("in/b/up").c_str()), 0);
  ASSERT_EQ(mkfifo(at.path("in/pipe").c_str(), 0600), 0);
  const auto store = open_directory(at.path("in"));
  ASSERT_TRUE(store);
  EXPECT_EQ(listing(**store),
            "b-/x 0\nb/c.txt 3\n\xff\xfe name\n 5\n"
            "b/\nb-/\nempty/\n"
            "b/up: a symbolic link, not followed\nlink: a symbolic link, not followed\n"
            "pipe: a named pipe, not opened\n");
  EXPECT_EQ(text_of(**store, "b/c.txt"), "abc");
  EXPECT_FALSE((*store)->find("b"));
  EXPECT_FALSE((*store)->find("link"));
}

TEST(DirectoryStore, AFolderSwappedForALinkLeadsNowhere) {
  const TestFolder at;
  at.write("in/a/f", "inside");
  at.write("out/f", "outside");
  const auto store = open_directory(at.path("in"));
  ASSERT_TRUE(store);
  std::filesystem::remove_all(at.path("in/a"));
  ASSERT_EQ(symlink("../out", at.path("in/a").c_str()), 0);
  EXPECT_EQ(text_of(**store, "a/f"), "a symbolic link is not followed");
}

TEST(DirectoryStore, ReadsTreesDeeperThanAPathMayBe) {
  const TestFolder at;
  std::string folder = at.path();
  const std::string name(200, 'd');
  std::string below;
  int fd = open(folder.c_str(), O_DIRECTORY | O_RDONLY);
  for (int i = 0; i < 30; ++i) {  // 6,000 bytes of path
    ASSERT_EQ(mkdirat(fd, name.c_str(), 0700), 0);
    const int deeper = openat(fd, name.c_str(), O_DIRECTORY | O_RDONLY);
    close(fd);
    fd = deeper;
    below += name + '/';
  }
  const int file = openat(fd, "f", O_CREAT | O_WRONLY, 0600);
  ASSERT_EQ(write(file, "deep", 4), 4);
  close(file);
  close(fd);
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  EXPECT_EQ(text_of(**store, below + "f"), "deep");
  EXPECT_TRUE((*store)->gaps().empty());
  EXPECT_TRUE((*store)->changed().empty());
}

TEST(DirectoryStore, NoticesEveryChange) {
  const TestFolder at;
  for (const char* name : {"a/cut", "a/same", "b/touched", "b/gone", "c/x"}) at.write(name, "1234");
  const auto store = open_directory(at.path());
  ASSERT_TRUE(store);
  EXPECT_TRUE((*store)->changed().empty());
  EXPECT_EQ(text_of(**store, "a/same"), "1234");
  EXPECT_TRUE((*store)->changed().empty());
  const auto content = (*store)->open(*(*store)->find("a/cut"));
  ASSERT_EQ(truncate(at.path("a/cut").c_str(), 2), 0);
  const utimbuf then{0, 0};
  ASSERT_EQ(utime(at.path("b/touched").c_str(), &then), 0);
  ASSERT_EQ(unlink(at.path("b/gone").c_str()), 0);
  at.write("c/new", "");
  EXPECT_EQ((*store)->changed(),
            (std::vector<std::string>{"a/cut", "b/gone", "b/touched", "b", "c"}));
  std::byte four[4];
  const auto read = (*content)->read(0, four);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, Errc::truncated);
  EXPECT_EQ(read.error().at, 2u);
}

TEST(DirectoryStore, OneFile) {
  const TestFolder at;
  at.write("dir/one", "1");
  at.write("dir/two", "2");
  ASSERT_EQ(symlink("dir/one", at.path("link").c_str()), 0);
  const auto store = open_single(at.path("link"));
  ASSERT_TRUE(store);
  EXPECT_EQ(listing(**store), "one 1\n");
  EXPECT_EQ(text_of(**store, "one"), "1");
  EXPECT_TRUE((*store)->is_one_file());
  at.write("dir/three", "3");
  EXPECT_TRUE((*store)->changed().empty());
  EXPECT_EQ(open_single(at.path("none")).error().code, Errc::missing);
  EXPECT_EQ(open_single("/dev/null").error().code, Errc::unsupported);
  EXPECT_EQ(open_directory(at.path("none")).error().code, Errc::missing);
}

}  // namespace
}  // namespace bridle
