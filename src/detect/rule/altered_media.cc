// A file that WhatsApp received and that is not what it recorded then: something on the phone, or
// somebody with the phone, wrote it anew. It proves the change, not who made it.
//
// Source: Symantec, Media File Jacking (2019). Known false alarms: the owner's gallery turned or
// cut a picture in its place; apps that make pictures smaller. What was sent, two qualities of one
// picture, a picture that came in part and files that are gone do not fire.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_whatsapp_media",
                                         "android_whatsapp_old_media_files", "ios_whatsapp_media"};
constexpr std::string_view kBenign[] = {
    "the owner turned, cut or marked the picture in its place",
    "an app that makes pictures smaller or mends them, a synchronisation that took an older copy",
    "a copy of the phone that was damaged on the way: compare the file on the phone itself"};

std::string or_unknown(std::string_view text) {
  return text.empty() ? "unknown" : std::string(text);
}

std::string size_of(const Record& r, std::string_view field) {
  const auto bytes = r.number(field);
  return bytes ? ", " + std::to_string(*bytes) + " bytes" : std::string();
}

// When the file was changed, beside when it came.
std::string about_time(const Record& r) {
  const auto changed = r.time("modified");
  if (!changed) return "; when it was changed last is not stated";
  const auto came = r.time("received") ? r.time("received") : r.time("time");
  if (!came) return "; changed last at " + iso8601(*changed);
  return "; changed last at " + iso8601(*changed) +
         (changed->us > came->us ? ", after it came" : ", no later than it came");
}

std::string why(const Record& r) {
  std::string out = "the file that message " + std::to_string(r.number("message").value_or(0)) +
                    " of " + or_unknown(r.text("sender")) + " in the chat " +
                    or_unknown(r.text("chat"));
  if (const auto time = r.time("time"))
    out += " brought at " + iso8601(*time);
  else
    out += " brought";
  out += " is not what WhatsApp recorded when it came: recorded SHA-256 " +
         std::string(r.text("sha256")) + size_of(r, "bytes") + ", " + or_unknown(r.text("mime")) +
         "; in its place lies " + std::string(r.text("sha256_file")) + size_of(r, "bytes_file") +
         ", " + or_unknown(r.text("type")) + about_time(r);
  if (r.has("elsewhere")) out += "; what was recorded lies at " + std::string(r.text("elsewhere"));
  return out;
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.text("state") != "altered" || r.text("direction") != "received" || r.has("twin")) return;
  notes.push_back(sign(r, "file", why(r)));
}

}  // namespace

RULE(altered_media) = {
    .id = "altered_media",
    .sees = "files received by WhatsApp that are not what it recorded when they came",
    .source = "Symantec, Media File Jacking (2019)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm =
        "the file as the sender has it; which apps may write to shared storage; whether "
        "several files were changed within the same minutes",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
