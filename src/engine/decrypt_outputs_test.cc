#include "engine/decrypt_outputs.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "engine/sanitized.h"
#include "engine/supervise.h"
#include "sink/private_file.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

class Unheard : public Watcher {
 public:
  void begin(std::uint64_t) override {}
  void done(std::uint64_t) override {}
  void reading(std::string_view) override {}
  void found(const Finding&) override {}
  void notice(std::string_view text) override { notices.emplace_back(text); }
  std::vector<std::string> notices;
};

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(DecryptOutputs& to, const std::string& name, std::string_view text) {
  const auto file = to.create(name);
  ASSERT_TRUE(file) << name << ": " << file.error().what;
  ASSERT_EQ(::write(file->get(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
  to.keep(name);
}

TEST(DecryptOutputs, NamesThatLeadOut) {
  const TestFolder at;
  fs::create_directory(at.path("else"));
  DecryptOutputs outputs(at.path("out"));
  EXPECT_FALSE(outputs.create("before"));
  ASSERT_TRUE(outputs.open());
  for (const std::string& name :
       {std::string(""), std::string("/etc/x"), std::string("../evil"), std::string("a/../../evil"),
        std::string("a//b"), std::string("a/./b"), std::string("a/"), std::string("."),
        std::string("a\0b", 3)})
    EXPECT_FALSE(outputs.create(name)) << name;
  EXPECT_TRUE(fs::is_empty(at.path("out")));
}

TEST(DecryptOutputs, FilesWhoseNamesMeet) {
  const TestFolder at;
  DecryptOutputs outputs(at.path("out"));
  ASSERT_TRUE(outputs.open());
  write(outputs, "x.part", "first");
  write(outputs, "x", "second");
  write(outputs, "d/x", "third");
  EXPECT_FALSE(outputs.create("x/y"));
  write(outputs, "d", "no");
  EXPECT_EQ(text_of(at.path("out/x.part")), "first");
  EXPECT_EQ(text_of(at.path("out/x")), "second");
  EXPECT_EQ(text_of(at.path("out/d/x")), "third");
  EXPECT_EQ(outputs.written().files, 3U);
  EXPECT_EQ(outputs.written().bytes, 16U);
  ASSERT_EQ(outputs.written().gaps.size(), 1U);
  EXPECT_EQ(outputs.written().gaps[0].path, "d");
}

TEST(DecryptOutputs, AFolderThatHoldsSomethingIsLeftAlone) {
  const TestFolder at;
  at.write("out/mine", "1");
  DecryptOutputs outputs(at.path("out"));
  EXPECT_FALSE(outputs.open());
  outputs.clear();
  EXPECT_EQ(text_of(at.path("out/mine")), "1");
}

// A worker that writes two files, and does something else at the second.
class Decrypting : public testing::Test {
 protected:
  std::expected<Supervised, Refusal> run(const std::function<void()>& deed) {
    return supervise({.confinement = {.readable = {at.path("phone")}}}, outputs, watcher, never,
                     [&](const Workplace& with) { return write_both(with, deed); });
  }
  static std::expected<Outcome, Refusal> write_both(const Workplace& with,
                                                    const std::function<void()>& deed) {
    Outcome out{.exhibits = std::vector<Received>(1)};
    static_cast<void>(with.link.opened());
    for (const std::string name : {"a", "b"}) {
      const Spot spot{.doing = Doing::reading, .file = name_of_file("", name)};
      const Busy busy(with.spots, spot, 0);
      if (const std::string* why = with.left_out.why(spot)) {
        out.gaps.push_back({.path = name, .why = *why});
        continue;
      }
      auto file = PrivateFile::create(with.link, name);
      if (!file) continue;
      file->write("text");
      if (name == "b") deed();
      static_cast<void>(file->close());
    }
    return out;
  }

  const TestFolder at;
  const std::atomic<bool> never{false};
  Unheard watcher;
  DecryptOutputs outputs{at.path("out")};
};

TEST_F(Decrypting, AFileThatEndsTheWorkerIsAGapAndTheRestIsThere) {
  const auto done = run([] { raise(SIGSEGV); });
  ASSERT_TRUE(done) << done.error().why;
  ASSERT_EQ(done->outcome.gaps.size(), 1U);
  EXPECT_EQ(done->outcome.gaps[0].path, "b");
  EXPECT_EQ(outputs.written().files, 1U);
  EXPECT_EQ(text_of(at.path("out/a")), "text");
  EXPECT_EQ(std::distance(fs::directory_iterator(at.path("out")), {}), 1);
  EXPECT_EQ(watcher.notices.size(), 1U);
}

TEST_F(Decrypting, NothingIsOpenedConnectedOrMadeByTheWorkerItself) {
  if (kSanitized) GTEST_SKIP() << "a sanitizer makes calls of its own";
  const std::function<void()> deeds[] = {
      [] { ::socket(AF_INET, SOCK_STREAM, 0); }, [&] { ::creat(at.path("out/c").c_str(), 0600); },
      [&] { ::symlink("/etc", at.path("out/d").c_str()); },
      [&] { ::rename(at.path("out/a").c_str(), at.path("evil").c_str()); },
      [] { ::execl("/bin/true", "true", nullptr); }};
  for (const auto& deed : deeds) {
    const auto done = run(deed);
    ASSERT_TRUE(done) << done.error().why;
    ASSERT_EQ(done->outcome.gaps.size(), 1U);
    EXPECT_TRUE(done->outcome.gaps[0].why.starts_with(
        "reading this ended the worker: it asked the system for what reading never needs, call "))
        << done->outcome.gaps[0].why;
    EXPECT_EQ(std::distance(fs::directory_iterator(at.path("out")), {}), 1);
    outputs.clear();
  }
  EXPECT_FALSE(fs::exists(at.path("evil")));
}

TEST_F(Decrypting, WhatLiesOutsideTheExhibitCannotBeRead) {
  at.write("secret", "1");
  const auto done = run([&] {
    if (::open(at.path("secret").c_str(), O_RDONLY) >= 0) raise(SIGABRT);
  });
  ASSERT_TRUE(done) << done.error().why;
  EXPECT_TRUE(done->outcome.gaps.empty() || !done->lacking.empty());
}

}  // namespace
}  // namespace bridle
