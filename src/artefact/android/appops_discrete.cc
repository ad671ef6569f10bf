// All uses of microphone, camera, place and so on of the last days, each with its minute, as
// Android 12 to 15 keep them for their privacy page.
//
//   <h v="1" lc="7">                                    lc: highest number of a chain
//     <u ui="10123"><p pn="com.x"><o op="27">
//       <a at="tag" di="device"><e nt="1767886184000" nd="60000" us="600" f="1" af="0" ci="-1"/>
// A file for each time that Android wrote, named after it: <milliseconds>tl.
// Source: AOSP services/core com.android.server.appop DiscreteRegistry, DiscreteOpsXmlRegistry.

#include <string>

#include "artefact/app_ops.h"
#include "artefact/dump_text.h"
#include "artefact/xml_events.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"data/system/appops/discrete/*"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"package", Kind::app, "the app"},
    {"uid", Kind::number, "its user id"},
    {"op", Kind::text, "what it did"},
    {"kind", Kind::text, "always access"},
    {"state", Kind::text, "what the app was: pers, top, fgsvcl, fgsvc, fg, bg, cch"},
    {"flags", Kind::text, "s itself, tp and up by a proxy, tpd and upd for another app"},
    {"attribution", Kind::text, "the part of the app that did it, by its own name for it"},
    {"duration_ms", Kind::number, "how long it took, milliseconds"},
    {"chain", Kind::number, "the same for all apps that used it for one another"},
    {"chain_role", Kind::text, "its place among them: accessor, intermediary, receiver, trusted"},
    {"device", Kind::text, "on which device, if not on the phone itself"},
};

class Uses {
 public:
  explicit Uses(Rows& out) : out_(out) {}

  void event(const XmlEvent& e) {
    found_ |= e.starts("h");
    if (e.kind != XmlEvent::Kind::start) return;
    if (e.name == "u") uid_ = number_of(e, "ui");
    if (e.name == "p") package_ = e["pn"];
    if (e.name == "o") op_ = number_of(e, "op");
    if (e.name == "a") {
      tag_ = e["at"];
      device_ = e["di"];
    }
    if (e.name == "e") use(e);
  }

  void end() {
    if (!found_) out_.gap(0, "no history of operations");
  }

 private:
  void use(const XmlEvent& e) {
    const auto time = milliseconds_of(e, "nt");
    const auto duration = number_of(e, "nd"), state = number_of(e, "us"), flags = number_of(e, "f");
    const auto chain = number_of(e, "ci");
    if (!time) out_.gap(e.at, "an access without a time");
    if (!op_) out_.gap(e.at, "an access without its operation");
    const auto role = op_chain_role(number_of(e, "af").value_or(0));
    const auto word = [](const auto& number, auto* name) {
      return number ? name(*number) : std::string();
    };
    const std::string op = word(op_, op_name), as = word(state, op_state);
    const std::string how = word(flags, op_flags);
    out_.row<kFields>(e.at, time, package_, uid_, some(op), "access", some(as), some(how),
                      tag_ ? some(*tag_) : std::nullopt,
                      duration && *duration >= 0 ? duration : std::nullopt,
                      chain && *chain >= 0 ? chain : std::nullopt, some(role),
                      device_ == "default:0" ? std::nullopt : device_);
  }

  Rows& out_;
  std::optional<std::int64_t> uid_, op_;
  MaybeText package_, tag_, device_;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_xml_events(file, Uses(out));
}

}  // namespace

ARTEFACT(android_appops_discrete) = {
    .id = "android_appops_discrete",
    .title = "Uses of microphone, camera and place in the last days (Android 12 to 15)",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .row = "byte at which the use begins",
};

}  // namespace bridle
