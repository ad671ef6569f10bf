// The pages of an SQLite database, joined with its write-ahead log or rolled back by its journal,
// as SQLite itself would see them. Pages are read when asked for; nothing is copied.
//
//   offset  size  value, big endian              header, in page 1
//   0       16    "SQLite format 3\0"
//   16      2     page size; 1 means 65536
//   18      2     2, 2: changes are in a write-ahead log
//   20      1     bytes left free at the end of each page
//   24      4     change counter
//   28      4     pages, if the counter at 92 equals the one at 24
//   32      8     first page of the freelist, its length
//   52      4     not 0: pages that point to parents are among the others
//   56      4     text: 1 UTF-8, 2 UTF-16 little endian, 3 big endian
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "format/read_ahead.h"

namespace bridle {

enum class SqliteText : std::uint8_t { utf8 = 1, utf16le = 2, utf16be = 3 };

class SqlitePages {
 public:
  // The contents must outlive this. Errc::malformed: not a database; Errc::encrypted: no header,
  // and bytes without any pattern.
  static Result<SqlitePages> open(const Content& database, const Content* wal = nullptr,
                                  const Content* journal = nullptr);

  std::uint32_t page_size() const { return page_size_; }
  std::uint32_t usable_size() const { return page_size_ - reserved_; }
  std::uint32_t page_count() const { return page_count_; }        // as the database says
  std::uint32_t last_readable() const { return last_readable_; }  // no page behind it is there
  std::uint32_t freelist() const { return freelist_; }
  bool has_parents() const { return has_parents_; }  // "auto-vacuum": pages that name parents
  SqliteText text() const { return text_; }
  std::uint64_t offset(std::uint32_t page) const { return (page - 1ULL) * page_size_; }

  std::uint64_t wal_frames() const { return wal_frames_; }
  std::uint64_t wal_frames_used() const { return wal_frames_used_; }

  // What the pages are read from; the log and the journal may be null.
  const Content& database() const { return *database_; }
  const Content* log() const { return log_; }
  const Content* journal() const { return journal_; }

  // Where the bytes of a page lie.
  struct Place {
    const Content* in;
    std::uint64_t at;
  };
  Place place(std::uint32_t page) const;

  // What is wrong with the whole: a cut, a damaged log or journal. Reading goes on nevertheless.
  const std::vector<Error>& problems() const { return problems_; }

  // Fills `out`, of page_size() bytes. Page 1 is served as that of a sound database without a log.
  Result<void> read(std::uint32_t page, std::span<std::byte> out);

  // Bytes of the whole as if it were one file, within one page.
  Result<void> read_at(std::uint64_t at, std::span<std::byte> out);

 private:
  SqlitePages(const Content& database, const Content* log, const Content* journal)
      : database_(&database), log_(log), journal_(journal), file_(database) {}
  void overlay(const std::unordered_map<std::uint32_t, std::uint64_t>& pages, const Content& in);
  Result<std::vector<std::byte>> read_header(const Content& database);
  Result<void> adopt_header(Bytes header, std::uint32_t page_count);
  Result<void> keep_first_page();

  const Content* database_;
  const Content* log_;
  const Content* journal_;
  ReadAhead file_;
  std::unordered_map<std::uint32_t, Place> elsewhere_;
  std::vector<std::byte> first_;
  std::vector<Error> problems_;
  std::uint32_t page_size_ = 0, reserved_ = 0, page_count_ = 0, last_readable_ = 0, freelist_ = 0;
  std::uint64_t wal_frames_ = 0, wal_frames_used_ = 0;
  SqliteText text_ = SqliteText::utf8;
  bool has_parents_ = false;
};

}  // namespace bridle
