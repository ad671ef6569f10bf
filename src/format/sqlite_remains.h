// What of a deleted row was found, and how to tell copies of it from one another.
#pragma once

#include <string>
#include <vector>

#include "format/sqlite_carve.h"
#include "format/sqlite_deleted.h"

namespace bridle {

struct SqliteRemains {
  SqliteDeletedRow row;
  std::uint64_t size = 0;      // of the whole record
  std::uint32_t overflow = 0;  // the page where it goes on, or 0
  std::size_t key = 0;         // of the part of it that stands in its page
  std::size_t words = 0;       // the same for all forms of a row that have the same texts and bytes
  bool only_key = false;       // an index gave it: only the values of the index are there
  bool gone = false;           // its table still holds it, or another one tells as much
};

SqliteRemains remains(SqliteRemnant&& found, std::string place);

// A record of which the end is lost as one that is whole: a text that was cut has what is left, the
// values behind it are NULL.
std::vector<std::byte> cut_to_fit(Bytes record);

// What unique indexes say of rows, by number and by the values that they hold: a row whose number
// is lost gets it if one entry alone has its values; an entry whose row is nowhere becomes one, of
// these values only.
struct SqliteKeyRemains {
  std::int64_t rowid = 0;
  std::vector<std::size_t> columns;  // of the table's records
  std::vector<std::byte> record;     // their values, and the number
  std::string place;
};
void add_keys(std::vector<SqliteKeyRemains> keys, std::vector<SqliteRemains>& rows);

// Leaves out those whose row the table of this root still holds.
void forget_present(SqlitePages& pages, std::uint32_t root, std::vector<SqliteKeyRemains>& keys);

// Marks rows that the table of this root still holds: copies stay where a page was put in order.
void forget_present(SqlitePages& pages, std::uint32_t root, std::vector<SqliteRemains>& rows);

// The same row in several places is kept from the first of them, and with its number if any has it.
void forget_repeated(std::vector<SqliteRemains>& rows);

}  // namespace bridle
