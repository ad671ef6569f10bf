// What the backup says of itself: whether it is encrypted, from which phone and system.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {":Manifest.plist"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was made"},
    {"encrypted", Kind::number, "1 if it is encrypted"},
    {"passcode", Kind::number, "1 if the phone had a passcode"},
    {"version", Kind::text, "version of its form"},
    {"domains_version", Kind::text, "version of the list of what is backed up"},
    {"product_type", Kind::text, "model of the phone"},
    {"product_version", Kind::text, "version of its system"},
    {"build_version", Kind::text, "build of its system"},
    {"device_name", Kind::content, "the owner's name for the phone"},
    {"serial_number", Kind::content, "its serial number"},
    {"unique_identifier", Kind::content, "its identifier"},
    {"applications", Kind::number, "how many apps it lists"},
};

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& root) {
    const PlistNode phone = root.find("Lockdown");
    out.row<kFields>(
        0, moment(root.find("Date")), root.find("IsEncrypted").boolean(),
        root.find("WasPasscodeSet").boolean(), words(root.find("Version"), *file.arena),
        words(root.find("SystemDomainsVersion"), *file.arena), phone.find("ProductType").text(),
        phone.find("ProductVersion").text(), phone.find("BuildVersion").text(),
        phone.find("DeviceName").text(), phone.find("SerialNumber").text(),
        phone.find("UniqueDeviceID").text(), root.find("Applications").size());
  });
}

}  // namespace

ARTEFACT(ios_manifest_plist) = {
    .id = "ios_manifest_plist",
    .title = "What the backup says of itself",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
};

}  // namespace bridle
