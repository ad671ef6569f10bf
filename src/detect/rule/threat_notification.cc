// Apple or WhatsApp told the owner that they were a target. A copy of Apple's text with a link in
// it is no notice of Apple's, but may be an attack that poses as one.
//
// Source: Apple, About threat notifications; WhatsApp's notices of 2019 and 2025. Apple's messages
// hold no link. WhatsApp's own account is 0@s.whatsapp.net.
// Known false alarms: a quoted or forwarded notice: only texts that begin with the sentence fire.

#include "base/text.h"
#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_sms", "ios_whatsapp_messages",
                                         "android_whatsapp_messages",
                                         "android_whatsapp_old_messages"};
constexpr std::string_view kBenign[] = {"somebody else wrote the text, in jest or to deceive"};
constexpr std::string_view kApple[] = {
    "ALERT: Apple detected a targeted mercenary spyware attack against your iPhone",
    "ALERT: State-sponsored attackers may be targeting your iPhone"};

constexpr std::string_view kFromApple =
    "Apple told the owner that they were the target of an attack";
constexpr std::string_view kFromWhatsApp =
    "WhatsApp told the owner that they were the target of an attack";
constexpr std::string_view kImitation =
    "a message begins as Apple's notices do but holds a link, which Apple's never do: it may "
    "itself be an attack";

void watch(const Record& r, std::vector<Note>& notes) {
  for (const std::string_view field : {"text", "attributed_text"}) {
    const auto text = trim(r.text(field));
    for (const std::string_view sentence : kApple)
      if (text.starts_with(sentence))
        return notes.push_back(sign(r, field, contains(text, "://") ? kImitation : kFromApple));
  }
  const bool from_whatsapp =
      r.text("sender").starts_with("0@s.whatsapp.net") ||
      (r.text("chat").starts_with("0@s.whatsapp.net") && r.text("direction") != "sent");
  if (!from_whatsapp) return;
  const std::string text = lower(r.text("text"));
  if (contains(text, "spyware") || contains(text, "target of a"))
    notes.push_back(sign(r, "text", kFromWhatsApp));
}

}  // namespace

RULE(threat_notification) = {
    .id = "threat_notification",
    .sees = "notices of Apple or WhatsApp that the owner was the target of an attack",
    .source = "Apple, About threat notifications and protecting against mercenary spyware",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "for Apple's: the banner that account.apple.com shows after signing in",
    .watch = watch,
    .judge = each_by_itself<Class::targeted>,
};

}  // namespace bridle
