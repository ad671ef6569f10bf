// What apps may do, and when they last did: the files behind `dumpsys appops`.
//
//   <app-ops v="1">
//     <uid n="10123"><op n="27" m="1"/></uid>             modes, for the whole user id
//     <user n="0"><pkg n="com.x"><op n="27" m="1"/>…      modes, since Android 14
//     <pkg n="com.x"><uid n="10123"><op n="27" m="0">
//       <st id="tag" n="1288490188801" t="…" r="…" d="60000" pp="proxy" pu="10010" dv="device"/>
//       n: state of the app, shifted by 31 bits, and flags; t access, r refusal, d duration
//     <op n="27" tp="…" tt="…" tfs="…" tf="…" tb="…" tc="…" rp="…" … d="…"/>     Android 9
//     <op n="27" t="…" r="…" d="…"/>                                          Android 8 and older
// appops.xml holds all up to Android 13, modes alone since then, and appops_accesses.xml the rest.
// Source: AOSP services/core com.android.server.appop AppOpsService, AppOpsCheckingServiceImpl,
// AppOpsRecentAccessPersistence.

#include <string>

#include "artefact/app_ops.h"
#include "artefact/dump_text.h"
#include "artefact/xml_events.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/system/appops.xml",
    "data/system/appops.xml.bak",
    "data/system/appops_accesses.xml",
    "data/system/appops_accesses.xml.bak",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when; empty for a mode"},
    {"package", Kind::app, "the app; empty if the mode holds for the whole user id"},
    {"uid", Kind::number, "its user id"},
    {"user", Kind::number, "whose app it is, where modes are listed for each user"},
    {"op", Kind::text, "what it did"},
    {"mode", Kind::text,
     "whether it may, if not as usual: allow, ignore, deny, default, foreground"},
    {"kind", Kind::text, "access, reject; mode if it never did"},
    {"state", Kind::text, "what the app was: pers, top, fgsvcl, fgsvc, fg, bg, cch"},
    {"flags", Kind::text, "s itself, tp and up by a proxy, tpd and upd for another app"},
    {"attribution", Kind::text, "the part of the app that did it, by its own name for it"},
    {"duration_ms", Kind::number, "how long it took, milliseconds"},
    {"proxy", Kind::app, "the app that did it for this one"},
    {"proxy_uid", Kind::number, "user id of that app"},
    {"device", Kind::text, "on which device, if not on the phone itself"},
};

constexpr int kStateBits = 31;

// Android 9 has a time for each state of the app, in attributes that end in these.
struct State {
  std::string_view suffix, name;
};
constexpr State kStates[] = {{"", ""},    {"p", "pers"}, {"t", "top"}, {"fs", "fgsvc"},
                             {"f", "fg"}, {"b", "bg"},   {"c", "cch"}};

class Operations {
 public:
  explicit Operations(Rows& out) : out_(out) {}

  void event(const XmlEvent& e) {
    found_ |= e.starts("app-ops");
    if (e.kind == XmlEvent::Kind::start) begin(e);
    if (e.kind == XmlEvent::Kind::end) finish(e.name);
  }

  void end() {
    if (!found_) out_.gap(0, "no operations are listed");
  }

 private:
  void begin(const XmlEvent& e) {
    if (e.name == "uid") uid_ = number_of(e, "n");
    if (e.name == "user") user_ = number_of(e, "n");
    if (e.name == "pkg") package_ = e["n"];
    if (e.name == "op") operation(e);
    if (e.name == "st") access(e);
  }

  void finish(std::string_view element) {
    if (element == "uid") uid_.reset();
    if (element == "user") user_.reset();
    if (element == "pkg") package_.reset();
    if (element != "op") return;
    if (!seen_ && !mode_.empty()) put({.at = op_at_, .kind = "mode"});
    op_.clear();
  }

  struct Access {
    std::uint64_t at;
    std::string_view kind = {};
    std::optional<Time> time = {};
    std::string state = {}, flags = {};
    MaybeText tag = {}, proxy = {}, device = {};
    std::optional<std::int64_t> duration = {}, proxy_uid = {};
  };

  void operation(const XmlEvent& e) {
    const auto op = number_of(e, "n"), mode = number_of(e, "m");
    if (!op) out_.gap(e.at, "an operation without its number");
    op_ = op ? op_name(*op) : "";
    mode_ = mode ? op_mode(*mode) : "";
    op_at_ = e.at;
    seen_ = false;
    for (const State& state : kStates)
      both(e, state.suffix, {.at = e.at, .state = std::string(state.name)});
  }

  void access(const XmlEvent& e) {
    Access a{.at = e.at, .tag = e["id"], .device = e["dv"]};
    if (const auto key = number_of(e, "n")) {
      a.state = op_state(*key >> kStateBits);
      a.flags = op_flags(*key & ((std::int64_t{1} << kStateBits) - 1));
    }
    if (!both(e, "", a)) out_.gap(e.at, "an access without a time");
  }

  // The access and the refusal that an element tells of.
  bool both(const XmlEvent& e, std::string_view suffix, Access a) {
    const auto accessed = milliseconds_of(e, "t" + std::string(suffix));
    const auto refused = milliseconds_of(e, "r" + std::string(suffix));
    if (refused) {
      a.kind = "reject";
      a.time = refused;
      put(a);
    }
    if (!accessed) return refused.has_value();
    a.kind = "access";
    a.time = accessed;
    a.proxy = e["pp"];
    // Without a proxy older ones have a 0 here.
    if (a.proxy && !a.proxy->empty()) a.proxy_uid = number_of(e, "pu");
    a.duration = number_of(e, "d");
    put(a);
    return true;
  }

  void put(const Access& a) {
    seen_ = true;
    const auto positive = [](std::optional<std::int64_t> n) {
      return n && *n >= 0 ? n : std::nullopt;
    };
    out_.row<kFields>(a.at, a.time, package_, uid_, user_, some(op_), some(mode_), a.kind,
                      some(a.state), some(a.flags), a.tag ? some(*a.tag) : std::nullopt,
                      positive(a.duration), a.proxy ? some(*a.proxy) : std::nullopt,
                      positive(a.proxy_uid), a.device);
  }

  Rows& out_;
  std::optional<std::int64_t> uid_, user_;
  MaybeText package_;
  std::string op_, mode_;
  std::uint64_t op_at_ = 0;
  bool seen_ = false;  // a time of this operation
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_xml_events(file, Operations(out));
}

}  // namespace

ARTEFACT(android_appops_accesses) = {
    .id = "android_appops_accesses",
    .title = "What apps may use, and when they last did, as stored on the phone",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .row = "byte at which the operation or its access begins",
};

}  // namespace bridle
