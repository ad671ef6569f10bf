// The parts of a page of an SQLite database that hold no cells.
//
//   The gap between the list of cells and the first cell, and free blocks among the cells:
//   offset  size  value, big endian
//   0       2     the next free block, further on in the page; 0: there is none
//   2       2     the size of this one
// https://www.sqlite.org/fileformat2.html#b_tree_pages
#pragma once

#include <vector>

#include "format/sqlite_btree.h"

namespace bridle {

struct SqliteFreePart {
  enum class Sort : std::uint8_t { gap, block };
  Sort sort = Sort::gap;
  std::size_t begin = 0, end = 0;  // within the page
};

// Of a page of a table, the gap and each free block, as far as their chain is sound.
std::vector<SqliteFreePart> free_parts(const SqlitePage& page);

}  // namespace bridle
