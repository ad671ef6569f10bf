#include "format/sqlite_old_pages.h"

#include <optional>
#include <vector>

namespace bridle {
namespace {

using From = SqliteOldPage::From;

constexpr std::uint64_t kLogHeader = 32;
constexpr std::uint64_t kFrameHeader = 24;

class OldPages {
 public:
  OldPages(SqlitePages& pages, const std::function<bool(const SqliteOldPage&)>& on_page)
      : pages_(pages), on_page_(on_page), buffer_(pages.page_size()) {}

  void run() { static_cast<void>(free_list() && database() && log() && journal()); }

 private:
  bool free_list();
  bool database();
  bool log();
  bool journal();
  bool records(std::uint64_t at, const Content& file);
  std::optional<std::uint64_t> first_record(const Content& file);
  std::uint32_t nonce(Bytes page, Bytes sum) const;
  bool give(From from, std::uint32_t number, std::uint64_t at, std::size_t lost = 0) {
    return on_page_({from, number, at, Bytes(buffer_).first(pages_.usable_size()), lost});
  }
  bool is_current(std::uint32_t number, const Content* in, std::uint64_t at) const {
    const auto place = pages_.place(number);
    return place.in == in && place.at == at;
  }

  SqlitePages& pages_;
  const std::function<bool(const SqliteOldPage&)>& on_page_;
  std::vector<std::byte> buffer_;
};

// A trunk page is the next trunk, how many leaves it lists, and their numbers; the leaves are as
// they were.
bool OldPages::free_list() {
  std::vector<std::byte> trunk(pages_.page_size());
  std::vector<bool> seen(pages_.last_readable() + 1ULL);
  const auto fresh = [&](std::uint32_t page) {
    if (page < 2 || page > pages_.last_readable() || seen[page]) return false;
    seen[page] = true;
    return true;
  };
  for (std::uint32_t at = pages_.freelist(); fresh(at);) {
    if (!pages_.read(at, trunk)) return true;
    const Bytes list = Bytes(trunk).first(pages_.usable_size());
    const std::uint64_t most = list.size() / 4 - 2;
    const auto n = static_cast<std::size_t>(std::min(big_endian(list.subspan(4), 4), most));
    buffer_ = trunk;
    if (!give(From::free_list, at, pages_.place(at).at, 8 + 4 * n)) return false;
    for (std::size_t i = 0; i < n; ++i) {
      const auto leaf = static_cast<std::uint32_t>(big_endian(list.subspan(8 + 4 * i), 4));
      if (fresh(leaf) && pages_.read(leaf, buffer_) &&
          !give(From::free_list, leaf, pages_.place(leaf).at))
        return false;
    }
    at = static_cast<std::uint32_t>(big_endian(list, 4));
  }
  return true;
}

bool OldPages::database() {
  const Content& file = pages_.database();
  const std::uint64_t whole = std::min<std::uint64_t>(file.size() / buffer_.size(), 0xfffffffe);
  for (std::uint64_t i = 1; i <= whole; ++i) {
    const auto number = static_cast<std::uint32_t>(i);
    const bool behind = number > pages_.page_count();
    if (!behind && is_current(number, &file, pages_.offset(number))) continue;
    if (file.read(pages_.offset(number), buffer_) &&
        !give(From::database, number, pages_.offset(number)))
      return false;
  }
  return true;
}

// Frames that a later one replaced, of a transaction that did not end, or of an older generation.
bool OldPages::log() {
  if (pages_.log() == nullptr) return true;
  const Content& file = *pages_.log();
  const std::uint64_t frame = kFrameHeader + buffer_.size();
  std::byte head[4];
  // A log of another database may lie there.
  if (!file.read(8, head) || big_endian(head, 4) != buffer_.size()) return true;
  for (std::uint64_t at = kLogHeader; at + frame <= file.size(); at += frame) {
    if (!file.read(at, head)) continue;
    const auto number = static_cast<std::uint32_t>(big_endian(head, 4));
    const std::uint64_t page = at + kFrameHeader;
    if (number == 0 || is_current(number, &file, page) || !file.read(page, buffer_)) continue;
    if (!give(From::log, number, page)) return false;
  }
  return true;
}

// What a record's checksum says beside the bytes that it counts: the same in all of a journal.
std::uint32_t OldPages::nonce(Bytes page, Bytes sum) const {
  auto out = static_cast<std::uint32_t>(big_endian(sum, 4));
  for (std::size_t i = page.size() - 200; i > 0 && i < page.size(); i -= 200)
    out -= std::to_integer<std::uint32_t>(page[i]);
  return out;
}

// The header of a journal that ended is zeros, so that the size of its sectors is lost: the records
// begin where two have the same nonce, or where one has that which the header still states.
std::optional<std::uint64_t> OldPages::first_record(const Content& file) {
  const std::uint64_t size = buffer_.size() + 8;
  std::vector<std::byte> two(static_cast<std::size_t>(2 * size));
  for (const std::uint64_t sector : {512, 4096, 1024, 2048, 8192, 16384, 32768, 65536}) {
    if (sector + 2 * size > file.size() || !file.read(sector, two)) continue;
    const auto nonce_of = [&](std::uint64_t at) {
      const Bytes record = Bytes(two).subspan(static_cast<std::size_t>(at + 4));
      return nonce(record.first(buffer_.size()), record.subspan(buffer_.size(), 4));
    };
    if (big_endian(two, 4) != 0 && nonce_of(0) == nonce_of(size)) return sector;
  }
  // A single record proves nothing by itself; 512 is what systems without a better answer state.
  return 512 + size <= file.size() ? std::optional<std::uint64_t>(512) : std::nullopt;
}

bool OldPages::journal() {
  if (pages_.journal() == nullptr) return true;
  const Content& file = *pages_.journal();
  const auto first = first_record(file);
  return !first || records(*first, file);
}

bool OldPages::records(std::uint64_t at, const Content& file) {
  const std::uint64_t size = buffer_.size() + 8;
  std::byte head[4];
  for (; at + size <= file.size(); at += size) {
    if (!file.read(at, head) || !file.read(at + 4, buffer_)) return true;
    const auto number = static_cast<std::uint32_t>(big_endian(head, 4));
    // Beyond the last record stand those of an older, longer transaction, or the next header.
    if (number == 0 || number > pages_.page_count()) return true;
    if (!is_current(number, &file, at + 4) && !give(From::journal, number, at + 4)) return false;
  }
  return true;
}

}  // namespace

std::string_view name(SqliteOldPage::From from) {
  constexpr std::string_view kNames[] = {"free page", "replaced page", "old page in the log",
                                         "old page in the journal"};
  return kNames[static_cast<std::size_t>(from)];
}

void old_pages(SqlitePages& pages, const std::function<bool(const SqliteOldPage&)>& on_page) {
  OldPages(pages, on_page).run();
}

}  // namespace bridle
