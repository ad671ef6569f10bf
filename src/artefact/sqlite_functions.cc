#include "artefact/sqlite_functions.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <optional>
#include <string>

#include "base/arena.h"
#include "base/text.h"
#include "base/time.h"
#include "format/all_text.h"
#include "format/plist.h"
#include "format/typedstream.h"

namespace bridle {
namespace {

using Moment = std::optional<Time>;
using Arguments = sqlite3_value**;

std::string_view text_of(sqlite3_value* v) {
  // Asked in this order: the second counts what the first converted.
  const auto* const at = sqlite3_value_type(v) == SQLITE_BLOB
                             ? sqlite3_value_blob(v)
                             : static_cast<const void*>(sqlite3_value_text(v));
  if (at == nullptr) return {};
  return {static_cast<const char*>(at), static_cast<std::size_t>(sqlite3_value_bytes(v))};
}

// A count of `unit` microseconds from an epoch; whole numbers are not taken through a double.
Moment count(sqlite3_value* v, std::int64_t unit, std::int64_t epoch) {
  if (sqlite3_value_type(v) == SQLITE_INTEGER) {
    std::int64_t us = 0;
    if (__builtin_mul_overflow(sqlite3_value_int64(v), unit, &us)) return {};
    return time_at_us(us, epoch);
  }
  const double x = sqlite3_value_double(v);
  return time_at(unit == kSecond ? x : x * static_cast<double>(unit) / 1e6, epoch);
}

Moment apple(sqlite3_value* v) {
  return count(v, kSecond, kAppleEpoch);
}
Moment apple_or_nanoseconds(sqlite3_value* v) {
  const double x = sqlite3_value_double(v);
  if (std::abs(x) <= 1e11) return apple(v);
  if (sqlite3_value_type(v) == SQLITE_INTEGER) return apple_nanoseconds(sqlite3_value_int64(v));
  return apple_seconds(x / 1e9);
}
Moment unix_s(sqlite3_value* v) {
  return count(v, kSecond, 0);
}
Moment unix_ms(sqlite3_value* v) {
  return count(v, 1000, 0);
}
Moment unix_us(sqlite3_value* v) {
  return count(v, 1, 0);
}
Moment chrome(sqlite3_value* v) {
  return count(v, 1, kChromeEpoch);
}

enum class Zero : std::uint8_t { counts, unset };

template <Moment (*convert)(sqlite3_value*), Zero zero>
Moment moment(sqlite3_value* v) {
  const int type = sqlite3_value_numeric_type(v);
  if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return {};
  if (zero == Zero::unset && sqlite3_value_double(v) == 0) return {};
  return convert(v);
}

template <Moment (*of)(sqlite3_value*)>
void time_function(sqlite3_context* out, int /*n*/, Arguments in) {
  if (const Moment t = of(in[0])) sqlite3_result_int64(out, t->us);
}

void text_time(sqlite3_context* out, int /*n*/, Arguments in) {
  if (const Moment t = parse_time(trim(text_of(in[0])))) sqlite3_result_int64(out, t->us);
}

void give(sqlite3_context* out, std::string_view text) {
  sqlite3_result_text64(out, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void bytes_text(sqlite3_context* out, int /*n*/, Arguments in) {
  if (sqlite3_value_type(in[0]) != SQLITE_BLOB) return sqlite3_result_value(out, in[0]);
  std::string mended;
  const std::string_view text = text_of(in[0]);
  if (valid_utf8(text, mended).data() == text.data()) give(out, text);
}

// Of 16 to 64 bytes: the columns hold names and other texts as well.
void base64_hex(sqlite3_context* out, int /*n*/, Arguments in) {
  const std::string_view text = text_of(in[0]);
  if (text.size() < 22 || text.size() > 88) return;
  if (const auto hash = from_base64(text)) give(out, hex(as_bytes(*hash)));
}

void give_value(sqlite3_context* out, const PlistNode& value) {
  if (const auto text = value.text()) return give(out, *text);
  if (const auto whole = value.integer()) return sqlite3_result_int64(out, *whole);
  if (const auto truth = value.boolean()) return sqlite3_result_int64(out, *truth ? 1 : 0);
  if (const auto broken = value.real()) return sqlite3_result_double(out, *broken);
  if (const auto date = value.date()) sqlite3_result_int64(out, date->us);
}

Bytes bytes_of(sqlite3_value* v) {
  return as_bytes(text_of(v));
}

constexpr std::size_t kMaxText = 4 << 20;  // of one value; shared parts may be referred to often

void add_line(std::string& lines, std::string_view text) {
  if (text.empty() || lines.size() > kMaxText) return;
  if (!lines.empty()) lines += '\n';
  lines += text;
}

// The root object of the keyed archive that was asked last; see format/keyed_archive.h. Manifest.db
// has one archive for each file, and each is asked for many members in turn.
class LastArchive {
 public:
  // Whether it is another archive than before.
  bool open(std::string_view archive) {
    if (archive == bytes_) return false;
    bytes_ = archive;
    arena_.clear();
    objects_ = root_ = {};
    list_ = Plist::parse(as_bytes(bytes_), arena_);
    if (!list_) return true;
    objects_ = list_->root().find("$objects");
    root_ = objects_.at(list_->root().find("$top").find("root").uid().value_or(0));
    return true;
  }
  PlistNode member(std::string_view name) const {
    const PlistNode member = root_.find(name);
    const auto elsewhere = member.uid();
    return elsewhere ? objects_.at(*elsewhere) : member;
  }
  // What is wrong with it, as far as it was looked at.
  std::optional<Error> damage() const {
    if (bytes_.empty()) return {};
    return list_ ? list_->damage() : list_.error();
  }

 private:
  std::string bytes_;
  Arena arena_;
  Result<Plist> list_ = fail(Errc::missing, "no archive yet");
  PlistNode objects_;
  PlistNode root_;
};

// What the functions of one connection keep between calls.
struct Kept {
  UnreadForms unread = {{{"message texts"}, {"property lists"}, {"keyed archives"}}};
  LastArchive archive = {};
  bool archive_told = false;  // that it is damaged
};
enum Form : std::uint8_t { message_text, list, keyed_archive };

Kept& kept(sqlite3_context* out) {
  return *static_cast<Kept*>(sqlite3_user_data(out));
}

void note(sqlite3_context* out, Form form, const Error& error) {
  Unread& unread = kept(out).unread[form];
  if (unread.values++ == 0) unread.why = error.what;
}

// All that could be read of a damaged list is given too.
void plist_text(sqlite3_context* out, int /*n*/, Arguments in) {
  Arena arena;
  std::string lines;
  std::string mended;
  const auto read = all_text(bytes_of(in[0]), arena, [&](std::string_view text) {
    add_line(lines, valid_utf8(text, mended));
  });
  if (!read && read.error().code != Errc::unsupported) note(out, list, read.error());
  if (!lines.empty()) give(out, lines);
}

constexpr int kMostLinks = 1000;  // each is looked for in all that stands before it

// The first text is what was written; a link may stand beside it, as data of the text.
void attributed_text(sqlite3_context* out, int /*n*/, Arguments in) {
  if (bytes_of(in[0]).empty()) return;
  std::string lines;
  std::string mended;
  bool first = true;
  int links = 0;
  const auto read = typedstream_pieces(bytes_of(in[0]), [&](const TypedPiece& piece) {
    if (piece.kind != TypedPiece::Kind::text) return;
    const std::string_view text = valid_utf8(as_text(piece.bytes), mended);
    const bool link = contains(text, "://") && ++links <= kMostLinks;
    if (first || (link && !contains(lines, text))) add_line(lines, text);
    first = false;
  });
  if (!read) note(out, message_text, read.error());
  if (links > kMostLinks) note(out, message_text, {Errc::too_large, "more links than are read"});
  if (!lines.empty()) give(out, lines);
}

PlistNode member_of(sqlite3_context* out, Arguments in) {
  Kept& k = kept(out);
  if (k.archive.open(text_of(in[0]))) k.archive_told = false;
  const PlistNode member = k.archive.member(text_of(in[1]));
  if (const auto damage = k.archive.damage(); damage && !k.archive_told) {
    note(out, keyed_archive, *damage);
    k.archive_told = true;
  }
  return member;
}

void archive_value(sqlite3_context* out, int /*n*/, Arguments in) {
  give_value(out, member_of(out, in));
}

void archive_time(sqlite3_context* out, int /*n*/, Arguments in) {
  const PlistNode value = member_of(out, in);
  Moment t = value.date();
  if (const auto date = value.find("NS.time").real()) t = apple_seconds(*date);
  if (const auto seconds = value.real(); seconds && *seconds != 0) t = unix_seconds(*seconds);
  if (t) sqlite3_result_int64(out, t->us);
}

struct Function {
  const char* name;
  int arguments;
  void (*call)(sqlite3_context*, int, Arguments);
  TimeOf moment = nullptr;
};

template <Moment (*of)(sqlite3_value*)>
constexpr Function gives_time(const char* name) {
  return {.name = name, .arguments = 1, .call = time_function<of>, .moment = of};
}

constexpr Function kFunctions[] = {
    gives_time<moment<apple, Zero::counts>>("apple_time"),
    gives_time<moment<apple, Zero::unset>>("apple_time0"),
    gives_time<moment<apple_or_nanoseconds, Zero::unset>>("apple_any"),
    gives_time<moment<unix_s, Zero::counts>>("unix_time"),
    gives_time<moment<unix_s, Zero::unset>>("unix_time0"),
    gives_time<moment<unix_ms, Zero::unset>>("unix_ms"),
    gives_time<moment<unix_us, Zero::unset>>("unix_us"),
    gives_time<moment<chrome, Zero::unset>>("chrome_time"),
    {"text_time", 1, text_time},
    {"bytes_text", 1, bytes_text},
    {"base64_hex", 1, base64_hex},
    {"plist_text", 1, plist_text},
    {"attributed_text", 1, attributed_text},
    {"archive_value", 2, archive_value},
    {"archive_time", 2, archive_time},
};

void forget(void* all) {
  const std::unique_ptr<Kept> owned(static_cast<Kept*>(all));
}

constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

}  // namespace

const UnreadForms& add_functions(sqlite3* connection) {
  Kept* const all = std::make_unique<Kept>().release();
  for (const Function& f : kFunctions)  // the first takes with it what all keep
    sqlite3_create_function_v2(connection, f.name, f.arguments, kFlags, all, f.call, nullptr,
                               nullptr, &f == kFunctions ? forget : nullptr);
  return all->unread;
}

TimeOf time_function(std::string_view name) {
  const auto* const found = std::ranges::find(kFunctions, name, &Function::name);
  return found == std::end(kFunctions) ? nullptr : found->moment;
}

}  // namespace bridle
