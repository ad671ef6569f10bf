// Archives of all kinds, made here byte by byte, as stores.
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/text.h"
#include "source/intake.h"
#include "source/store.h"
#include "source/tar_store.h"
#include "source/test_archive.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

// Everything a store says: files with their text or why not, folders, gaps.
std::string told(const std::string& path) {
  const auto store = open_store(path);
  if (!store) return store.error().what;
  std::vector<std::size_t> all((*store)->files().size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  if (const auto fetched = (*store)->fetch(all); !fetched) return fetched.error().what;
  std::string out;
  Digests digests(**store);
  for (const std::size_t i : all) {
    const Stored& f = (*store)->files()[i];
    const auto content = (*store)->open(i);
    std::string text(f.size, '\0');
    const auto read = content ? (*content)->read(0, as_writable_bytes(text))
                              : Result<void>(std::unexpected(content.error()));
    out += f.path + " = " + (read ? text : read.error().what) + '\n';
    const auto digest = digests.of(i);
    EXPECT_EQ(digest.has_value(), read.has_value());
    EXPECT_TRUE(!digest || !read || *digest == sha256(as_bytes(text))) << f.path;
  }
  for (const Stored& f : (*store)->folders()) out += f.path + "/\n";
  for (const StoreGap& g : (*store)->gaps()) out += g.path + ": " + g.why + '\n';
  return out;
}

std::string told_of(const std::string& bytes) {
  const TestFolder at;
  at.write("x", bytes);
  return told(at.path("x"));
}

TEST(ZipStore, ReadsMembersAndRefusesTricks) {
  const std::vector<ZipPart> members = {{"b/deep.txt", std::string(300, 'a')},
                                        {"a.txt", "plain", 0},
                                        {"follow", "text", 8, 8},
                                        {"dir/", "", 0},
                                        {"../up", "x"},
                                        {"/abs", "x"},
                                        {"secret", "x", 8, 1},
                                        {"lzma", "x", 14},
                                        {"a.txt", "second"},
                                        {"bad", "text", 8, 0, true}};
  const std::string want =
      "a.txt = second\nb/deep.txt = " + std::string(300, 'a') +
      "\nbad = the member's checksum is wrong\nfollow = text\ndir/\n"
      "../up: refused: the name leaves the archive\n/abs: refused: the name is absolute\n"
      "a.txt: a later file of the same name replaces this one\n"
      "lzma: the member is packed with an unsupported method\nsecret: the member is encrypted\n";
  EXPECT_EQ(told_of(zip_of(members)), want);
  EXPECT_EQ(told_of("#!/bin/sh\nexit\n" + zip_of(members)), want);  // something put before it
}

TEST(ZipStore, ACutArchiveIsReadByItsHeaders) {
  const std::vector<ZipPart> members = {
      {"one", "first"}, {"two", "second", 8, 8}, {"three", std::string(50, 't'), 0}};
  const Zip z = zip_parts(members);
  const std::string none = ": the archive has no directory at its end\n";
  EXPECT_EQ(told_of(z.locals + z.directory),
            "one = first\nthree = " + std::string(50, 't') + "\ntwo = second\n" + none);
  EXPECT_EQ(told_of(z.locals.substr(0, z.locals.size() - 20)),
            "one = first\nthree = " + std::string(30, 't') + "\ntwo = second\n" + none +
                "three: the archive is cut inside this member\n");
}

TEST(ZipStore, OverlappingMembersAndBombsAreRefused) {
  Zip z = zip_parts({{"one", "first"}});
  const std::string twice = z.directory + z.directory.substr(0, 46) + "two";
  const std::string zip = z.locals + twice + "PK\x05\x06" + number_of(0, 4) + number_of(2, 2) +
                          number_of(2, 2) + number_of(twice.size(), 4) +
                          number_of(z.locals.size(), 4) + number_of(0, 2);
  EXPECT_EQ(told_of(zip), "one = first\ntwo: refused: it overlaps another member\n");
  std::string bomb = zip_of({{"big", "tiny"}});
  const std::size_t directory = bomb.find("PK\x01\x02");
  bomb.replace(directory + 24, 4, number_of(0x70000000, 4));
  EXPECT_EQ(told_of(bomb), "big: refused: it grows beyond reason\n");
}

TEST(ZipStore, Zip64) {
  ZipPart m{"large", "text", 0};
  Zip z = zip_parts({m});
  std::string& d = z.directory;
  d.replace(20, 8, std::string(8, '\xff'));
  d.replace(30, 2, number_of(20, 2));
  d += number_of(1, 2) + number_of(16, 2) + number_of(4, 8) + number_of(4, 8);
  const std::string zip =
      z.locals + d + "PK\x06\x06" + number_of(44, 8) + number_of(45, 4) + number_of(0, 8) +
      number_of(1, 8) + number_of(1, 8) + number_of(d.size(), 8) + number_of(z.locals.size(), 8) +
      "PK\x06\x07" + number_of(0, 4) + number_of(z.locals.size() + d.size(), 8) + number_of(1, 4) +
      "PK\x05\x06" + number_of(0, 4) + std::string(12, '\xff') + number_of(0, 2);
  EXPECT_EQ(told_of(zip), "large = text\n");
}

std::string some_tar() {
  const std::string pax = "30 mtime=1600000001.500000000\n17 path=pax/name\n";
  return tar_member("./d/", "", '5') + tar_member("d/a", "alpha") + tar_member("/b", "beta") +
         tar_member("././@LongLink", std::string(150, 'n') + '\0', 'L') + tar_member("n", "long") +
         tar_member("PaxHeader", pax, 'x') + tar_member("p", "pax") +
         tar_member("hard", "", '1', "d/a") + tar_member("soft", "", '2', "/etc/passwd") +
         tar_member("../up", "x") + tar_member("dev", "", '3') + tar_member("sparse", "xyz", 'S') +
         tar_member("b", "later");
}

const std::string kSomeTar = "b = later\nd/a = alpha\nhard = alpha\n" + std::string(150, 'n') +
                             " = long\npax/name = pax\n" +
                             "d/\n../up: refused: the name leaves the archive\n"
                             "b: a later file of the same name replaces this one\ndev: a device\n"
                             "soft: a symbolic link, not followed\n"
                             "sparse: a sparse file, whose layout is not supported\n";

TEST(TarStore, PlainAndPackedSayTheSame) {
  const std::string tar = some_tar() + kEnd;
  EXPECT_EQ(told_of(tar), kSomeTar);
  EXPECT_EQ(told_of(pack(tar, true)), kSomeTar);
  // In several gzip members, as pigz and concatenation make.
  EXPECT_EQ(told_of(pack(tar.substr(0, 1000), true) + pack(tar.substr(1000), true)), kSomeTar);
}

TEST(TarStore, MembersOfOneInsideAnotherFileAreHashedOnlyWhenAsked) {
  const std::string packed = pack(tar_member("a", "alpha") + kEnd, true);
  const auto store =
      read_packed_tar(nullptr, std::make_unique<MemoryContent>(as_bytes(packed)), Wrap::gzip);
  const auto known = store->digest(0);
  ASSERT_TRUE(known);
  EXPECT_FALSE(*known);
  const std::size_t first = 0;
  ASSERT_TRUE(store->fetch({&first, 1}));
  EXPECT_EQ(*Digests(*store).of(0), sha256(as_bytes(std::string_view("alpha"))));
}

TEST(TarStore, ABrokenPaxHeaderLosesNoMember) {
  const std::string tar = tar_member("x", "99 path=name\n", 'x') + tar_member("a", "alpha") + kEnd;
  EXPECT_EQ(told_of(tar), "a = alpha\na: a PAX record has a wrong length\n");
}

TEST(TarStore, TimesOfPax) {
  const TestFolder at;
  at.write("t", some_tar() + kEnd);
  const auto store = open_store(at.path("t"));
  ASSERT_TRUE(store);
  EXPECT_EQ((*store)->files()[*(*store)->find("pax/name")].mtime_ns, 1600000001'500000000);
  EXPECT_EQ((*store)->files()[*(*store)->find("d/a")].mtime_ns, 1600000000'000000000);
  EXPECT_EQ((*store)->carrier()->files()[0].path, "t");
}

TEST(TarStore, WhatStandsBeforeACutIsKept) {
  const std::string text(2000, 'z');
  const std::string tar = tar_member("a", "alpha") + tar_member("z", text) + kEnd;
  const std::string cut = tar.substr(0, 1024 + 512 + 700);
  const std::string want = "a = alpha\nz = " + std::string(700, 'z') + '\n';
  EXPECT_EQ(told_of(cut), want + "z: the archive ends inside a file\n");
  EXPECT_EQ(told_of(pack(cut, true)), want + "z: the archive ends inside a file\n");
  EXPECT_EQ(told_of(tar_member("a", "alpha")), "a = alpha\n: the archive has no end mark\n");
  EXPECT_EQ(told_of(tar_member("a", "alpha") + std::string(512, 'x') + kEnd),
            "a = alpha\n: not a tar header\n");
}

TEST(TarStore, WhatStandsBehindTheEndIsReadOrNamed) {
  const std::string tar = tar_member("a", "alpha") + kEnd;
  EXPECT_EQ(told_of(tar + tar_member("b", "beta") + kEnd), "a = alpha\nb = beta\n");
  EXPECT_EQ(told_of(pack(tar, true) + "garbage"),
            "a = alpha\n: bytes behind the gzip data were not read\n");
  std::string wrong = pack(tar, true);
  wrong[wrong.size() - 6] ^= 1;
  EXPECT_EQ(told_of(wrong), "a = alpha\n: the checksum of the packed data is wrong\n");
  const std::string cut = pack(tar, true);
  EXPECT_EQ(told_of(cut.substr(0, cut.size() - 4)), "a = alpha\n: the packed data ends early\n");
}

TEST(OpenStore, OtherFilesAreThemselves) {
  EXPECT_EQ(told_of("just text"), "x = just text\n");
  EXPECT_EQ(told_of(""), "x = \n");
  EXPECT_EQ(told_of(pack("a gzip without a tar", true)),
            "x = " + pack("a gzip without a tar", true) + '\n');
}

}  // namespace
}  // namespace bridle
