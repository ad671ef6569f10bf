#include "source/seekable_inflate.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "base/text.h"
#include "source/archive_store.h"
#include "source/test_archive.h"
#include "source/zip_store.h"

namespace bridle {
namespace {

// Over several points, packed well and badly.
std::string long_text() {
  std::mt19937 random(7);
  std::string out;
  while (out.size() < 5'500'000) {
    for (int i = 0; i < 2000; ++i) out += static_cast<char>(random() % 251);
    out += std::string(random() % 5000, 'x');
  }
  return out;
}

std::unique_ptr<Store> store_of(const ZipPart& part) {
  const std::string zip = zip_of({part});
  const auto* const bytes = reinterpret_cast<const std::byte*>(zip.data());
  return std::move(*read_zip(nullptr, owned_content({bytes, bytes + zip.size()})));
}

std::string text_at(const Content& content, std::uint64_t at, std::size_t size) {
  std::string out(size, '\0');
  const auto read = content.read(at, as_writable_bytes(out));
  return read ? out : read.error().what;
}

TEST(SeekableInflate, GivesTheSameBytesInAnyOrder) {
  const std::string text = long_text();
  const auto store = store_of({.name = "big", .text = text});
  const auto content = store->open_in_order(0);
  ASSERT_TRUE(content);
  EXPECT_EQ((*content)->size(), text.size());
  for (const std::size_t at : {3'000'000U, 10U, 1'048'570U, 5'400'000U, 2'000'000U, 0U})
    EXPECT_EQ(text_at(**content, at, 70'000), text.substr(at, 70'000)) << at;
  EXPECT_EQ(text_at(**content, text.size() - 1, 1), text.substr(text.size() - 1));
  EXPECT_EQ(text_at(**content, text.size(), 1), "the data ends early");
}

TEST(SeekableInflate, KeepsFewPointsOfALargeMember) {
  const std::string text = long_text();
  const std::string zip = zip_of({{.name = "big", .text = text}});
  // Behind the local header of 30 bytes and the name.
  ZipMember member;
  member.entry.packed = zip.size() - 33;
  member.entry.size = text.size();
  member.data_at = 33;
  member.unchecked = true;
  const MemoryContent archive(as_bytes(zip));
  for (const std::size_t most : {2U, 3U, 4U}) {
    const SeekableInflate content(archive, member, most);
    for (const std::size_t at : {5'400'000U, 10U, 3'000'000U, 1'048'570U, 2'097'152U, 4'500'000U})
      EXPECT_EQ(text_at(content, at, 70'000), text.substr(at, 70'000)) << at << " of " << most;
  }
}

TEST(SeekableInflate, ServesSeveralReadersAtOnce) {
  const std::string text = long_text();
  const auto store = store_of({.name = "big", .text = text});
  const auto content = store->open_in_order(0);
  ASSERT_TRUE(content);
  std::vector<std::string> got(6);
  std::vector<std::thread> readers;
  for (std::size_t i = 0; i < got.size(); ++i)
    readers.emplace_back([&, i] {
      for (std::size_t at = i * 900'000; at < i * 900'000 + 900'000; at += 100'000)
        got[i] += text_at(**content, at, 100'000);
    });
  for (std::thread& t : readers) t.join();
  for (std::size_t i = 0; i < got.size(); ++i) EXPECT_EQ(got[i], text.substr(i * 900'000, 900'000));
}

TEST(SeekableInflate, SaysThatTheChecksumIsWrongAtTheEnd) {
  const std::string text = long_text();
  const auto store = store_of({.name = "big", .text = text, .wrong_crc = true});
  const auto content = store->open_in_order(0);
  ASSERT_TRUE(content);
  EXPECT_EQ(text_at(**content, 100, 10), text.substr(100, 10));
  EXPECT_EQ(text_at(**content, text.size() - 10, 10), "the member's checksum is wrong");
}

}  // namespace
}  // namespace bridle
