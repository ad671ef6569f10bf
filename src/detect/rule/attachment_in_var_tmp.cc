// A received attachment whose recorded place is /var/tmp/ and whose name ends in -1: where an
// attack's files were seen, and where Messages does not keep what it received.
//
// Source: MVT's SMSAttachments module.
// Known false alarms: none published.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_sms_attachments"};
constexpr std::string_view kBenign[] = {
    "a file that an app handed over and Messages had not moved yet"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto path = r.text("path");
  const bool there = path.starts_with("/var/tmp/") || path.starts_with("/private/var/tmp/");
  if (there && path.ends_with("-1") && r.text("direction") == "received")
    notes.push_back(sign(
        r, "path", "a received attachment is recorded under /var/tmp/, where Messages keeps none"));
}

}  // namespace

RULE(attachment_in_var_tmp) = {
    .id = "attachment_in_var_tmp",
    .sees = "received attachments that are recorded under /var/tmp/",
    .source = "Mobile Verification Toolkit, SMSAttachments",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the message that it belongs to, and crashes of messaging services at that time",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
