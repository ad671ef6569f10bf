// What the computer that made the backup knew of the phone.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {":Info.plist"};

constexpr Field kFields[] = {
    {"last_backup", Kind::time, "when the backup was made"},
    {"device_name", Kind::content, "the owner's name for the phone"},
    {"display_name", Kind::content, "its name as shown"},
    {"product_name", Kind::text, "its model in words"},
    {"product_type", Kind::text, "its model"},
    {"product_version", Kind::text, "version of its system"},
    {"build_version", Kind::text, "build of its system"},
    {"serial_number", Kind::content, "its serial number"},
    {"unique_identifier", Kind::content, "its identifier"},
    {"target_identifier", Kind::content, "the same, as the backup calls it"},
    {"target_type", Kind::text, "what was backed up"},
    {"phone_number", Kind::phone, "its number"},
    {"iccid", Kind::content, "number of the SIM card"},
    {"imei", Kind::content, "number of the first modem"},
    {"imei2", Kind::content, "number of the second modem"},
    {"meid", Kind::content, "its other number"},
    {"guid", Kind::content, "id of the backup"},
    {"itunes_version", Kind::text, "version of the program that made it"},
    {"macos_version", Kind::text, "system of that computer"},
    {"installed", Kind::number, "how many apps it lists as installed"},
    {"applications", Kind::number, "of how many it keeps more"},
};

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& root) {
    const auto text = [&](std::string_view key) { return words(root.find(key), *file.arena); };
    const auto count = [&](std::string_view key) -> std::optional<std::uint64_t> {
      const PlistNode list = root.find(key);
      if (!list) return {};
      return list.size();
    };
    out.row<kFields>(0, moment(root.find("Last Backup Date")), text("Device Name"),
                     text("Display Name"), text("Product Name"), text("Product Type"),
                     text("Product Version"), text("Build Version"), text("Serial Number"),
                     text("Unique Identifier"), text("Target Identifier"), text("Target Type"),
                     text("Phone Number"), text("ICCID"), text("IMEI"), text("IMEI 2"),
                     text("MEID"), text("GUID"), text("iTunes Version"), text("macOS Version"),
                     count("Installed Applications"), count("Applications"));
  });
}

}  // namespace

ARTEFACT(ios_backup_info) = {
    .id = "ios_backup_info",
    .title = "The phone and its backup",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::usual,
};

}  // namespace bridle
