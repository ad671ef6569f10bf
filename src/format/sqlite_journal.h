// The rollback journal of an SQLite database: pages as they were before a transaction that did not
// end. https://www.sqlite.org/fileformat2.html#the_rollback_journal
//
//   offset  size  value, big endian          header, alone in its sector
//   0       8     d9 d5 05 f9 20 a1 63 d7; zeroed when the transaction ended
//   8       4     records that follow, 0xffffffff: all to the end of the file
//   12      4     a random number, start of each checksum
//   16      4     pages of the database before the transaction
//   20      4     size of a sector
//   24      4     size of a page
//   A record is a page number, the page, and a checksum. Further headers, with their own records,
//   begin at the next sector.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "base/content.h"

namespace bridle {

struct SqliteJournal {
  bool hot = false;  // the database must be read with the pages below
  std::uint32_t page_size = 0;
  std::uint32_t page_count = 0;                            // of the database before the transaction
  std::unordered_map<std::uint32_t, std::uint64_t> pages;  // number to where its content lies
  std::optional<Error> problem;
};

// A journal whose transaction ended is not hot, and no problem.
SqliteJournal read_journal(const Content& file);

}  // namespace bridle
