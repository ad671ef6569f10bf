// The write-ahead log of an SQLite database: pages that were changed since they were last copied
// into the database file. https://www.sqlite.org/fileformat2.html#the_write_ahead_log
//
//   offset  size  value, big endian                  header of the file
//   0       4     0x377f0682: checksums add little-endian words; 0x377f0683: big-endian
//   4       4     version, 3007000
//   8       4     page size
//   12      4     checkpoint number
//   16      8     two salts, repeated in each frame of this generation
//   24      8     checksum of the 24 bytes before
//
//   0       4     page number                        header of a frame; the page follows
//   4       4     pages in the database if a transaction ends here, else 0
//   8       8     the salts
//   16      8     checksum of all from the file's start, without salts and other checksums
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "base/content.h"

namespace bridle {

struct SqliteWal {
  std::uint32_t page_size = 0;
  std::uint32_t page_count = 0;   // of the database after the last commit; 0 if there is none
  std::uint64_t frames = 0;       // that lie in the file
  std::uint64_t frames_used = 0;  // up to the last commit; behind it: unfinished or of an older run
  std::unordered_map<std::uint32_t, std::uint64_t> pages;  // number to where its last content lies
  std::optional<Error> problem;                            // why reading ended early, if it did
};

// An empty log is one without frames. Frames of an older generation behind the valid ones are
// normal and no problem; a bad checksum and a cut are.
SqliteWal read_wal(const Content& file);

}  // namespace bridle
