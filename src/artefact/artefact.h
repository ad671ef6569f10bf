// An artefact: what it reads, which rows it emits, and how. One constant per file under artefact/.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.h"
#include "record/rows.h"
#include "record/trace.h"
#include "source/file.h"

namespace bridle {

// How much silence about this artefact weighs. If a `core` one was not read whole, nothing found
// means `inconclusive`; a `usual` one makes the result incomplete; `maybe` depends on the phone.
enum class Expect : std::uint8_t { core, usual, maybe };

// When its files are read: as soon as the exhibits are open, or once all that was received has its
// hash, for artefacts of many files that nobody would hash twice.
enum class Turn : std::uint8_t { opened, hashed };

struct Artefact {
  std::string_view id;     // the file's path: ios/whatsapp_calls.cc is "ios_whatsapp_calls"
  std::string_view title;  // one line, for the docs and the report
  // Globs (base/text.h). "Domain:path" is a file of a backup, ":path" a file at a backup's top,
  // a plain path one of a file system.
  std::span<const std::string_view> reads;
  std::span<const Field> fields;
  Trace trace;
  Result<void> (*parse)(const File& file, Rows& out);
  Expect expect = Expect::maybe;
  std::string_view row = "index";  // what a record's row number counts: "rowid of message", …
  std::string_view table = {};     // for SQLite stores: the table that the rowid belongs to
  std::string_view core_of = {};   // kind of exhibit in which it is `core`, whatever else it is
  Turn turn = Turn::opened;
};

// All artefacts, by id. Generated from the folder's listing; nothing registers itself at start-up.
std::span<const Artefact* const> artefacts();

}  // namespace bridle

#define ARTEFACT(name)        \
  extern const Artefact name; \
  constinit const Artefact name
