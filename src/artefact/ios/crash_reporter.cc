// Whether and what the phone reports to Apple when programs crash: an implant switched reports off.
// https://www.amnesty.org/en/latest/research/2021/07/forensic-methodology-report-how-to-catch-nso-groups-pegasus/

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "RootDomain:Library/Preferences/com.apple.CrashReporter.plist",
    "private/var/root/Library/Preferences/com.apple.CrashReporter.plist",
};

}  // namespace

ARTEFACT(ios_crash_reporter) = {
    .id = "ios_crash_reporter",
    .title = "Settings of the crash reporter",
    .reads = kReads,
    .fields = kPreferenceFields,
    .trace = Trace::configured,
    .parse = preferences,
    .row = "place of the value in the list",
};

}  // namespace bridle
