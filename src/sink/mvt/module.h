// MVT's modules as tables: what each is called, which records it shows, and under which keys.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sink/mvt/json_text.h"
#include "sink/mvt/row.h"

namespace bridle {

// Writes the value of a key out of the field that the table names.
using MvtForm = void (*)(MvtMembers& out, const MvtRow& row, std::string_view field);

// The field as it is; times as MVT writes them, in UTC.
void as_it_is(MvtMembers& out, const MvtRow& row, std::string_view field);

// When a key is written: keys that MVT has in some objects only are tested for by scripts.
enum class MvtWhen : std::uint8_t { always, there, not_zero };

struct MvtKey {
  std::string_view name;   // "a/b" is b in an object a; "=f" is called as the field f says
  std::string_view field;  // of our record, or of one that is joined to it
  MvtForm form = as_it_is;
  MvtWhen when = MvtWhen::always;
};

// Records in succession that agree in the keys outside become one object with a list in it.
struct MvtList {
  std::string_view name;
  std::span<const MvtKey> keys;           // one key without a name: a list of plain values
  std::span<const MvtList> inner = {};    // lists in each of its objects
  bool (*keep)(const MvtRow&) = nullptr;  // which records stand in it; null: all
  bool count = false;                     // only how many there are
};

// A time of a record in timeline.csv. The name of the event is `name` and, if there is one, the
// text of the field `by`.
struct MvtEvent {
  std::string_view field;
  std::string_view name;
  std::string_view by = {};
};

// Texts of another artefact's records that belong to a record: their `on` is the number in the
// source's `joined_by`. An empty name means the record's own number.
struct MvtJoin {
  std::string_view artefact;
  std::string_view on;
  std::span<const std::string_view> fields;
};

struct MvtSource {
  std::string_view artefact;
  std::span<const MvtKey> keys;
  std::span<const MvtEvent> events = {};
  std::span<const MvtList> lists = {};
  bool (*keep)(const MvtRow&) = nullptr;  // which records; null: all
  std::span<const MvtJoin> joins = {};
  std::string_view joined_by = {};
  bool whole = false;  // objects are grouped over the whole file, not only in succession
};

enum class MvtShape : std::uint8_t { list, object, by_file };

struct MvtModule {
  std::string_view name;  // what -m takes
  std::string_view slug;  // its file
  std::span<const MvtSource> sources;
  MvtShape shape = MvtShape::list;
  std::string_view level = "CRITICAL";  // of MVT's alerts for an indicator
  // Artefacts whose records it does not show but whose findings are its own.
  std::span<const std::string_view> also = {};
};

// A command of MVT: which kinds of exhibit it takes, and its modules, in order.
struct MvtCommand {
  std::string_view name;
  std::span<const std::string_view> kinds;
  std::span<const MvtModule* const> modules;  // listed by -l
  std::span<const MvtModule* const> nested;   // for what lies in the exhibit
  std::string_view time_column;               // of timeline.csv
};

extern const MvtCommand mvt_ios_check_backup;
extern const MvtCommand mvt_ios_check_fs;
extern const MvtCommand mvt_ios_check_iocs;
extern const MvtCommand mvt_android_check_androidqf;
extern const MvtCommand mvt_android_check_bugreport;
extern const MvtCommand mvt_android_check_iocs;
extern const MvtCommand mvt_android_check_backup;
extern const MvtCommand mvt_android_check_intrusion_logs;

}  // namespace bridle
