// Apps for which a behaviour of Android was switched on or off; their names stay when they are
// removed.
//
//   ChangeId(168419799; name=DOWNSCALED; disabled; packageOverrides={com.x=true};
//   rawOverrides={com.x=true, com.y=false}; overridable)          (all in one line)
// Source: AOSP services/core com.android.server.compat CompatChange (toString).

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:platform_compat"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"change", Kind::number, "number of the behaviour"},
    {"name", Kind::text, "its name"},
    {"enabled", Kind::number, "1 if it was switched on"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const auto change = after(trim(line), "ChangeId(");
    if (!change) return;
    if (!change->ends_with(')')) return out_.gap(at, "a behaviour without its end");
    found_ = true;
    const auto raw = between(*change, "rawOverrides={", "}");
    const auto overrides = raw ? raw : between(*change, "packageOverrides={", "}");
    if (!overrides) return;
    const auto id = number(change->substr(0, change->find_first_of(";)")));
    const auto name = between(*change, "name=", ";");
    for (const std::string_view part : split(*overrides, ',')) {
      const std::string_view text = trim(part);
      const std::size_t sign = text.find('=');
      if (sign == 0 || sign == std::string_view::npos) {
        if (!text.empty()) out_.gap(at, "an override that cannot be read");
        continue;
      }
      out_.row<kFields>(at, text.substr(0, sign), id, name,
                        text.substr(sign + 1).starts_with("true"));
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no behaviour is listed");
  }

 private:
  Rows& out_;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_platform_compat) = {
    .id = "android_platform_compat",
    .title = "Behaviours switched for single apps",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
