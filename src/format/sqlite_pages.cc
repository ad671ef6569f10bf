#include "format/sqlite_pages.h"

#include <algorithm>
#include <array>
#include <bit>

#include "format/sqlite_journal.h"
#include "format/sqlite_wal.h"

namespace bridle {
namespace {

constexpr std::size_t kHeader = 100;
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::uint8_t kFractions[] = {64, 32, 32};  // fixed, at 21

std::uint32_t page_size_of(Bytes header) {
  const auto size = static_cast<std::uint32_t>(big_endian(header.subspan(16), 2));
  return size == 1 ? 65536 : size;
}

bool plausible(Bytes header) {
  const std::uint32_t size = page_size_of(header);
  const bool fractions =
      std::ranges::equal(header.subspan(21, 3), kFractions, {}, std::to_integer<std::uint8_t>);
  return std::has_single_bit(size) && size >= 512 && size <= 65536 &&
         (as_text(header.first(16)) == kMagic || fractions);
}

// Bytes of a cipher are spread evenly: their chi-square over 256 values is near 255, that of
// anything with a structure is thousands.
bool looks_random(Bytes bytes) {
  std::array<double, 256> seen{};
  for (const std::byte b : bytes) ++seen[std::to_integer<std::size_t>(b)];
  const double expected = static_cast<double>(bytes.size()) / 256;
  double chi = 0;
  for (const double n : seen) chi += (n - expected) * (n - expected) / expected;
  return bytes.size() >= 1024 && chi < 400;
}

std::unexpected<Error> not_a_database(const Content& file) {
  std::vector<std::byte> start(
      static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), 4096)));
  if (file.read(0, start) && looks_random(start))
    return fail(Errc::encrypted, "no database header: encrypted, or noise");
  return fail(Errc::malformed, "not an SQLite database");
}

void put_u32be(std::span<std::byte> to, std::uint32_t v) {
  for (std::size_t i = 0; i < 4; ++i) to[i] = static_cast<std::byte>(v >> (24 - 8 * i));
}

}  // namespace

void SqlitePages::overlay(const std::unordered_map<std::uint32_t, std::uint64_t>& pages,
                          const Content& in) {
  for (const auto& [page, at] : pages) {
    elsewhere_.insert_or_assign(page, Place{&in, at});
    last_readable_ = std::max(last_readable_, page);
  }
}

Result<std::vector<std::byte>> SqlitePages::read_header(const Content& database) {
  std::vector<std::byte> header(kHeader);
  const auto first = elsewhere_.find(1);
  const Place at = first == elsewhere_.end() ? Place{&database, 0} : first->second;
  if (!at.in->read(at.at, header) || !plausible(header)) return not_a_database(database);
  if (as_text(Bytes(header).first(16)) != kMagic)
    problems_.push_back({Errc::malformed, "the database's header is damaged", 0});
  return header;
}

// `page_count` is 0 if only the header can say.
Result<void> SqlitePages::adopt_header(Bytes header, std::uint32_t page_count) {
  page_size_ = page_size_of(header);
  reserved_ = std::to_integer<std::uint32_t>(header[20]);
  if (page_size_ - reserved_ < 480) return fail(Errc::malformed, "the page size is impossible", 20);
  const std::uint64_t whole = std::min<std::uint64_t>(file_.size() / page_size_, 0xfffffffe);
  const bool cut_page = file_.size() % page_size_ != 0;
  const bool says = big_endian(header.subspan(24), 4) == big_endian(header.subspan(92), 4);
  const auto said = static_cast<std::uint32_t>(says ? big_endian(header.subspan(28), 4) : 0);
  page_count_ = page_count != 0 ? page_count : said;
  if (page_count_ == 0) page_count_ = static_cast<std::uint32_t>(whole + cut_page);
  last_readable_ =
      std::min(page_count_, std::max(last_readable_, static_cast<std::uint32_t>(whole)));
  freelist_ = static_cast<std::uint32_t>(big_endian(header.subspan(32), 4));
  has_parents_ = big_endian(header.subspan(52), 4) != 0;
  const auto text = big_endian(header.subspan(56), 4);
  text_ = text == 2 || text == 3 ? static_cast<SqliteText>(text) : SqliteText::utf8;
  // With a log the newest pages may not have reached the file yet: that is no cut.
  for (std::uint64_t page = whole + 1; page <= page_count_; ++page)
    if (!elsewhere_.contains(static_cast<std::uint32_t>(page))) {
      problems_.push_back(
          {Errc::truncated, "the database ends before its last page", file_.size()});
      break;
    }
  return {};
}

// SQLite must not look for a log, nor refuse a cut file because of the header's page count.
Result<void> SqlitePages::keep_first_page() {
  std::vector<std::byte> page(page_size_);
  if (!read(1, page)) {
    // A file cut within its first page: what is there serves until a missing cell is needed.
    TRY(file_.read(0, std::span(page).first(static_cast<std::size_t>(
                          std::min<std::uint64_t>(page_size_, file_.size())))));
  }
  std::ranges::copy(as_bytes(kMagic), page.begin());
  page[18] = page[19] = std::byte{1};
  std::ranges::transform(kFractions, page.begin() + 21, [](auto f) { return std::byte{f}; });
  put_u32be(std::span(page).subspan(28), page_count_);
  std::copy_n(page.begin() + 24, 4, page.begin() + 92);
  first_ = std::move(page);
  return {};
}

Result<SqlitePages> SqlitePages::open(const Content& database, const Content* wal,
                                      const Content* journal) {
  SqlitePages pages(database, wal, journal);
  std::uint32_t page_count = 0, page_size = 0;
  if (journal != nullptr) {
    const SqliteJournal rollback = read_journal(*journal);
    if (rollback.problem) pages.problems_.push_back(*rollback.problem);
    if (rollback.hot) {
      pages.overlay(rollback.pages, *journal);
      page_count = rollback.page_count;
      page_size = rollback.page_size;
    }
  }
  if (wal != nullptr) {
    const SqliteWal log = read_wal(*wal);
    pages.wal_frames_ = log.frames;
    pages.wal_frames_used_ = log.frames_used;
    if (log.problem) pages.problems_.push_back(*log.problem);
    if (log.frames_used > 0) {
      pages.overlay(log.pages, *wal);
      page_count = log.page_count;
      page_size = log.page_size;
    }
  }
  auto header = TRY(pages.read_header(database));
  if (page_size != 0 && page_size_of(header) != page_size) {
    // Not of this database: without it the database is at least itself.
    pages.problems_.push_back({Errc::malformed, "the log's pages have another size", 0});
    pages.elsewhere_.clear();
    pages.wal_frames_used_ = page_count = pages.last_readable_ = 0;
    header = TRY(pages.read_header(database));
  }
  TRY(pages.adopt_header(header, page_count));
  TRY(pages.keep_first_page());
  return pages;
}

SqlitePages::Place SqlitePages::place(std::uint32_t page) const {
  const auto found = elsewhere_.find(page);
  return found == elsewhere_.end() ? Place{database_, offset(page)} : found->second;
}

Result<void> SqlitePages::read(std::uint32_t page, std::span<std::byte> out) {
  return read_at(offset(page), out.first(page_size_));
}

Result<void> SqlitePages::read_at(std::uint64_t at, std::span<std::byte> out) {
  const std::uint64_t page = at / page_size_ + 1;
  const std::uint64_t within = at % page_size_;
  if (within + out.size() > page_size_) return fail(Errc::malformed, "not within one page", at);
  if (page == 1 && !first_.empty()) {
    std::copy_n(first_.begin() + static_cast<std::ptrdiff_t>(within), out.size(), out.begin());
    return {};
  }
  if (page > page_count_) return fail(Errc::truncated, "no such page", at);
  if (!elsewhere_.empty()) {
    const auto found = elsewhere_.find(static_cast<std::uint32_t>(page));
    if (found != elsewhere_.end()) return found->second.in->read(found->second.at + within, out);
  }
  if (at / page_size_ >= file_.size() / page_size_)
    return fail(Errc::truncated, "the database ends before this page", file_.size());
  return file_.read(at, out);
}

}  // namespace bridle
