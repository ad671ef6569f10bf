#include "format/sqlite_journal.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "base/reader.h"

namespace bridle {
namespace {

constexpr std::size_t kHeader = 28;
constexpr std::uint64_t kMagic = 0xd9d505f920a163d7;
constexpr std::uint32_t kToTheEnd = 0xffffffff;

struct Segment {
  std::uint32_t records = 0, nonce = 0, pages = 0, sector = 0, page_size = 0;
};

std::optional<Segment> read_segment(const Content& file, std::uint64_t at) {
  std::byte bytes[kHeader];
  if (at > file.size() || file.size() - at < kHeader || !file.read(at, bytes)) return {};
  Reader in(bytes);
  if (in.u64be() != kMagic) return {};
  Segment s;
  s.records = in.u32be();
  s.nonce = in.u32be();
  s.pages = in.u32be();
  s.sector = in.u32be();
  s.page_size = in.u32be();
  return s;
}

bool plausible(const Segment& s) {
  return std::has_single_bit(s.page_size) && s.page_size >= 512 && s.page_size <= 65536 &&
         std::has_single_bit(s.sector) && s.sector >= 32 && s.sector <= 65536;
}

// Only every 200th byte counts: a torn sector shows, and it costs nothing.
std::uint32_t checksum(std::uint32_t nonce, Bytes page) {
  for (std::size_t i = page.size() - 200; i > 0 && i < page.size(); i -= 200)
    nonce += std::to_integer<std::uint32_t>(page[i]);
  return nonce;
}

// A transaction over several databases ends its journals with the name of a common one; when that
// is gone the transaction had ended, and it is never part of what phones hand out.
bool names_another(const Content& file) {
  std::byte tail[8];
  return file.size() >= 16 && file.read(file.size() - 8, tail) && big_endian(tail, 8) == kMagic;
}

// Returns where the records end; notes a problem if before their number.
std::uint64_t read_records(const Content& file, const Segment& s, std::uint64_t at,
                           SqliteJournal& journal) {
  const std::uint64_t size = journal.page_size + 8ULL;
  const std::uint64_t there = (file.size() - at) / size;
  std::uint64_t n = s.records == kToTheEnd ? there : s.records;
  if (n > there)
    journal.problem = Error{Errc::truncated, "the rollback journal is cut", file.size()};
  n = std::min(n, there);
  std::vector<std::byte> record(static_cast<std::size_t>(size));
  for (; n > 0; --n, at += size) {
    if (const auto read = file.read(at, record); !read) {
      journal.problem = read.error();
      return file.size();
    }
    const Bytes page = Bytes(record).subspan(4, journal.page_size);
    const auto number = static_cast<std::uint32_t>(big_endian(record, 4));
    if (number == 0 || big_endian(Bytes(record).last(4), 4) != checksum(s.nonce, page)) {
      journal.problem = Error{Errc::malformed, "a record of the rollback journal is damaged", at};
      return file.size();
    }
    if (number <= journal.page_count) journal.pages.insert_or_assign(number, at + 4);
  }
  return at;
}

}  // namespace

SqliteJournal read_journal(const Content& file) {
  SqliteJournal journal;
  const auto first = read_segment(file, 0);
  if (!first) return journal;
  if (!plausible(*first)) {
    journal.problem = Error{Errc::malformed, "the rollback journal's header is damaged", 0};
    return journal;
  }
  if (names_another(file)) {
    journal.problem = Error{Errc::unsupported, "a rollback journal of several databases", 0};
    return journal;
  }
  journal.hot = true;
  journal.page_size = first->page_size;
  journal.page_count = first->pages;
  const std::uint64_t sector = first->sector;
  for (std::uint64_t at = 0; at < file.size();) {
    const auto segment = read_segment(file, at);
    if (!segment || file.size() - at < sector) break;
    at = read_records(file, *segment, at + sector, journal);
    at = (at + sector - 1) / sector * sector;
  }
  return journal;
}

}  // namespace bridle
