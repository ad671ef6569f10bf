// Which app used the microphone, the camera, the place, messages and so on, and when it last did.
//
//   Uid u0a123:
//     state=cch
//       LEGACY_STORAGE: mode=ignore                   for the whole user id
//     Package com.x:
//       RECORD_AUDIO (allow / switch MICROPHONE=allow):
//         null=[                                      attribution tag, since Android 11
//           Access: [fg-s] 2026-01-09 03:10:11.000 (-1d6h49m) duration=+55m0s proxy[uid=10, pkg=p]
//           Reject: [bg-s]2026-01-09 03:10:11.000 (-1d6h49m)
//           Running start at: +3m2s
//         ]
// The last access for each state of the app; `--include-discrete` adds all of the last days:
//   Discrete accesses:
//     Uid: 10123
//       Package: com.x
//         CAMERA
//           Attribution: null
//             Access [top-s] at 2026-07-23 18:26:00.000 for 60000 milliseconds
// since Android 16 as a table, UID|PACKAGE_NAME|DEVICE_ID|OP_NAME|ATTRIBUTION_TAG|UID_STATE|
// OP_FLAGS|ATTR_FLAGS|CHAIN_ID|ACCESS_TIME|DURATION. Source: AOSP services/core
// com.android.server.appop AppOpsService, DiscreteRegistry, DiscreteOpsSqlRegistry.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:appops"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when; empty for a mode and for what still runs"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"package", Kind::app, "the app; empty if the mode holds for the whole user id"},
    {"uid", Kind::number, "its user id"},
    {"op", Kind::text, "what it did"},
    {"mode", Kind::text, "whether it may: allow, ignore, deny, default, foreground"},
    {"switch", Kind::text, "the operation that decides for this one, and its mode"},
    {"kind", Kind::text, "access, reject, running; mode if it never did"},
    {"state", Kind::text, "what the app was: pers, top, fgsvcl, fgsvc, fg, bg, cch"},
    {"flags", Kind::text, "s itself, tp and up by a proxy, tpd and upd for another app"},
    {"attribution", Kind::text, "the part of the app that did it, by its own name for it"},
    {"ago", Kind::text, "how long before the report; with a plus after it"},
    {"duration_ms", Kind::number, "how long it took, milliseconds"},
    {"proxy", Kind::app, "the app that did it for this one"},
    {"proxy_uid", Kind::number, "user id of that app"},
    {"discrete", Kind::number, "1 if out of the list of all accesses, not of the last ones"},
};

// What the lines stand under, and what one of them says.
struct Op {
  std::string package, op, mode, by, attribution;
  std::optional<std::int64_t> uid;
};
struct Access {
  std::string_view kind = {};
  Moment when = {};
  std::string_view state = {}, flags = {}, ago = {};
  std::optional<std::int64_t> duration_ms = {}, proxy_uid = {};
  MaybeText proxy = {};
};

// "fg-s" → fg, s
void read_key(std::string_view key, Access& a) {
  const std::size_t dash = key.rfind('-');
  a.state = key.substr(0, dash);
  if (dash != std::string_view::npos) a.flags = key.substr(dash + 1);
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::size_t depth = indent(line);
    const std::string_view text = trim(line);
    if (text.empty()) return;
    if (text.starts_with("Discrete accesses:") || text.starts_with("UID|PACKAGE_NAME|"))
      return begin_discrete();
    if (discrete_) return contains(text, "|") ? table_row(at, text) : discrete(at, text);
    if (depth <= 2) return uid(at, text);
    if (!in_uid_) return;
    if (depth == 4) return package(text);
    if (depth == 6) return operation(at, text);
    if (depth == 8 && text.ends_with("=["))
      op_.attribution = text.substr(0, text.size() - 2);
    else if (depth >= 8)
      access(at, text);
  }

  void end(std::uint64_t begins) {
    mode_only();
    if (!found_) out_.gap(begins, "no operation is listed");
  }

 private:
  void begin_discrete() {
    mode_only();
    op_ = {};
    discrete_ = true;
  }

  void uid(std::uint64_t at, std::string_view text) {
    mode_only();
    op_ = {};
    const auto uid = text.ends_with(':') ? after(text, "Uid ") : std::nullopt;
    in_uid_ = uid.has_value();
    if (!uid) return;
    op_.uid = uid_number(uid->substr(0, uid->size() - 1));
    if (!op_.uid) out_.gap(at, "a user id cannot be read");
  }

  void package(std::string_view text) {
    mode_only();
    op_.op.clear();
    if (const auto name = after(text, "Package "); name && name->ends_with(':'))
      op_.package = name->substr(0, name->size() - 1);
    else
      op_.package.clear();
  }

  // "RECORD_AUDIO (allow / switch MICROPHONE=allow):", or "LEGACY_STORAGE: mode=ignore".
  void operation(std::uint64_t at, std::string_view text) {
    mode_only();
    op_.op.clear();
    op_.attribution.clear();
    op_.by.clear();
    if (const auto mode = text.find(": mode="); mode != std::string_view::npos) {
      op_.op = text.substr(0, mode);
      op_.mode = text.substr(mode + 7);
    } else if (const auto modes = between(text, " (", ")"); modes && !op_.package.empty()) {
      const std::size_t slash = modes->find(" / switch ");
      op_.op = text.substr(0, text.find(' '));
      op_.mode = modes->substr(0, slash);
      if (slash != std::string_view::npos) op_.by = modes->substr(slash + 10);
    } else {
      return;
    }
    op_at_ = at;
    seen_ = false;
  }

  // A row for an operation that no access was told of.
  void mode_only() {
    if (op_.op.empty() || seen_ || discrete_) return;
    op_.attribution.clear();
    put(op_at_, {.kind = "mode"});
  }

  void access(std::uint64_t at, std::string_view text) {
    if (op_.op.empty()) return;
    Access a;
    if (const auto running = after(text, "Running start at: ")) {
      a.kind = "running";
      a.duration_ms = span_ms(*running);
      return put(at, a);
    }
    a.kind = text.starts_with("Access: [") ? "access" : "reject";
    if (!text.starts_with("Access: [") && !text.starts_with("Reject: [")) return;
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos) return out_.gap(at, "an access without its state");
    read_key(text.substr(9, close - 9), a);
    const std::string_view rest = trim(text.substr(close + 1));
    a.when = moment(file_, trim(rest.substr(0, rest.find('('))));
    if (!a.when.time) out_.gap(at, "an access without a time");
    a.ago = between(rest, "(", ")").value_or("");
    if (const auto duration = word(rest, "duration")) a.duration_ms = span_ms(*duration);
    if (const auto proxy = between(rest, "proxy[", "]")) {
      a.proxy = word(*proxy, "pkg");
      a.proxy_uid = number_word(*proxy, "uid");
    }
    put(at, a);
  }

  void discrete(std::uint64_t at, std::string_view text) {
    if (const auto uid = after(text, "Uid: ")) {
      op_ = {};
      op_.uid = uid_number(*uid);
    } else if (const auto package = after(text, "Package: ")) {
      op_.package = *package;
    } else if (const auto tag = after(text, "Attribution: ")) {
      op_.attribution = *tag;
    } else if (const auto access = after(text, "Access ["); access && !op_.op.empty()) {
      discrete_access(at, *access);
    } else if (op_.uid && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789") ==
                              std::string_view::npos) {
      op_.op = text;
    }
  }

  // "top-s] at 2026-07-23 18:26:00.000 for 60000 milliseconds"
  void discrete_access(std::uint64_t at, std::string_view text) {
    Access a{.kind = "access"};
    read_key(text.substr(0, text.find(']')), a);
    const auto time = text.find("] at ");
    if (time == std::string_view::npos) return out_.gap(at, "an access without a time");
    a.when = moment(file_, text.substr(time + 5, 23));
    if (!a.when.time) out_.gap(at, "an access without a time");
    if (const auto ms = between(text, " for ", " milliseconds")) a.duration_ms = number(*ms);
    put(at, a);
  }

  void table_row(std::uint64_t at, std::string_view text) {
    const auto cell = split(text, '|');
    if (cell.size() != 11) return out_.gap(at, "a row of accesses with other columns");
    op_ = {};
    op_.uid = number(cell[0]);
    op_.package = cell[1];
    op_.op = cell[3];
    op_.attribution = cell[4];
    Access a{.kind = "access", .when = moment(file_, cell[9]), .state = cell[5], .flags = cell[6]};
    if (!a.when.time) out_.gap(at, "an access without a time");
    if (const auto ms = number(cell[10]); ms && *ms >= 0) a.duration_ms = ms;
    put(at, a);
  }

  void put(std::uint64_t at, const Access& a) {
    seen_ = found_ = true;
    out_.row<kFields>(at, a.when.time, a.when.text(), some(op_.package), op_.uid, op_.op,
                      some(op_.mode), some(op_.by), a.kind, some(a.state), some(a.flags),
                      some(op_.attribution), some(a.ago), a.duration_ms, a.proxy, a.proxy_uid,
                      discrete_);
  }

  const File& file_;
  Rows& out_;
  Op op_;
  std::uint64_t op_at_ = 0;
  bool seen_ = false;      // an access of this operation
  bool discrete_ = false;  // the list of all accesses is read
  bool in_uid_ = false;
  bool found_ = false;  // an operation
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_appops) = {
    .id = "android_appops",
    .title = "What apps used: microphone, camera, place and others",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::usual,
    .row = "byte at which the line begins",
};

}  // namespace bridle
