// Configuration profiles and all their payloads: with them somebody may read the phone's traffic,
// add mail accounts, put apps on it or manage it from afar.
//
// One list for each profile; PayloadContent is an array of payloads, each of a PayloadType.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/ConfigurationProfiles/profile-*",
    "private/var/**/Library/ConfigurationProfiles/profile-*",
    "logs/MCState/Shared/profile-*",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when the profile was installed"},
    {"profile", Kind::profile, "UUID of the profile"},
    {"identifier", Kind::profile, "its identifier"},
    {"name", Kind::content, "its name"},
    {"description", Kind::content, "what it says it is for"},
    {"organisation", Kind::content, "who made it"},
    {"locked", Kind::number, "1 if the owner may not remove it"},
    {"removal_time", Kind::time, "when it removes itself"},
    {"managed", Kind::number, "1 if a server manages the phone by it"},
    {"payloads", Kind::number, "how many payloads it has"},
    {"payload_type", Kind::text, "what this payload sets"},
    {"payload", Kind::profile, "UUID of this payload"},
    {"payload_identifier", Kind::profile, "its identifier"},
    {"payload_name", Kind::content, "its name"},
    {"texts", Kind::content, "all its texts: addresses, host names, settings"},
};

void put(const PlistNode& profile, const PlistNode& payload, std::uint64_t row, Arena& arena,
         Rows& out) {
  const auto text = [&](std::string_view key) { return profile.find(key).text(); };
  const auto type = payload.find("PayloadType").text();
  const PlistNode payloads = profile.find("PayloadContent");
  out.row<kFields>(
      row, moment(profile.find("InstallDate")), text("PayloadUUID"), text("PayloadIdentifier"),
      text("PayloadDisplayName"), text("PayloadDescription"), text("PayloadOrganization"),
      profile.find("PayloadRemovalDisallowed").boolean(), moment(profile.find("RemovalDate")),
      type == "com.apple.mdm", payloads.size(), type, payload.find("PayloadUUID").text(),
      payload.find("PayloadIdentifier").text(), payload.find("PayloadDisplayName").text(),
      all_texts(payload, arena));
}

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& profile) {
    const PlistNode payloads = profile.find("PayloadContent");
    if (payloads.type() != PlistNode::Type::array || payloads.size() == 0)
      return put(profile, payloads, 0, *file.arena, out);
    for (std::uint64_t i = 0; i < payloads.size() && !out.stopped(); ++i)
      put(profile, payloads.at(i), i, *file.arena, out);
  });
}

}  // namespace

ARTEFACT(ios_configuration_profiles) = {
    .id = "ios_configuration_profiles",
    .title = "Configuration profiles",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .row = "place of the payload in the profile",
};

}  // namespace bridle
