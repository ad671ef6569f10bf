// SQL functions with which artefacts' field tables turn stored values into Time and text.
//
//   apple_time(x) apple_time0(x)   seconds since 2001
//   apple_any(x)                   the same, or nanoseconds if beyond 10^11; 0 is unset
//   unix_time(x) unix_time0(x)     seconds since 1970; unix_ms(x) unix_us(x): finer, 0 is unset
//   chrome_time(x)                 microseconds since 1601; 0 is unset
//   text_time(x)                   ISO 8601 text
//   All give microseconds since 1970, and NULL for what is no moment in the years 1 to 9999.
//   In the names with 0, a 0 is NULL too: there it means "never".
//
//   bytes_text(x)                  text, or bytes that are UTF-8 text; else NULL
//   base64_hex(x)                  Base64 of a hash as lower-case hexadecimal digits; else NULL
//   attributed_text(x)             an iMessage's attributedBody: its text and the links in it
//   plist_text(x)                  all texts of a property list, one a line
//   archive_value(x, 'member')     a member of a keyed archive's root object: text or number
//   archive_time(x, 'member')      the same as a time: a date, or seconds since 1970
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.h"

namespace bridle {

// Values of one form that could not be read whole. A function gives NULL for one, or the part that
// it could read, and has no other way to tell. A blob that does not begin like a list is none: the
// columns that plist_text() is asked for hold other things too.
struct Unread {
  std::string_view form;
  std::uint64_t values = 0;
  const char* why = nullptr;  // the first of them
};
using UnreadForms = std::array<Unread, 3>;  // message texts, property lists, keyed archives

// What is given counts on while statements run, and lives as long as the connection.
const UnreadForms& add_functions(sqlite3* connection);

// What the function of that name, one that gives times, gives for a value; null for all others.
using TimeOf = std::optional<Time> (*)(sqlite3_value*);
TimeOf time_function(std::string_view name);

}  // namespace bridle
