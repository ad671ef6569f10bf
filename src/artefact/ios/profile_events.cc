// When configuration profiles were installed and removed, and by which program.
//
// ProfileEvents: an array of dictionaries, each with the profile's identifier as its only key.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/ConfigurationProfiles/MCProfileEvents.plist",
    "private/var/**/Library/ConfigurationProfiles/MCProfileEvents.plist",
    "logs/MCState/Shared/MCProfileEvents.plist",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"profile", Kind::profile, "identifier of the profile"},
    {"operation", Kind::text, "what was done: install, remove"},
    {"process", Kind::process, "program that did it"},
};

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& root) {
    const PlistNode events = root.find("ProfileEvents");
    std::uint64_t row = 0;
    for (std::uint64_t i = 0; i < events.size() && !out.stopped(); ++i) {
      const PlistNode event = events.at(i);
      if (event.type() != PlistNode::Type::dictionary) continue;
      for (std::uint64_t k = 0; k < event.size(); ++k) {
        const PlistNode what = event.at(k);
        out.row<kFields>(row++, moment(find_any_case(what, "timestamp")), event.key(k).text(),
                         find_any_case(what, "operation").text(),
                         find_any_case(what, "process").text());
      }
    }
  });
}

}  // namespace

ARTEFACT(ios_profile_events) = {
    .id = "ios_profile_events",
    .title = "Configuration profiles that came and went",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .row = "place of the event in the list",
};

}  // namespace bridle
