// Signs that people set under messages, with when, and how many set which in a channel.

#include "artefact/ios/whatsapp_stores.h"
#include "artefact/message_info.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was set"},
    {"reaction", Kind::content, "the sign; empty if it was taken away"},
    {"direction", Kind::text, "received or sent"},
    {"sender", Kind::phone, "WhatsApp id of who set it"},
    {"people", Kind::number, "in a channel, how many set it; they are not named"},
    {"stanza", Kind::text, "its id on the network"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "s.ZCONTACTJID"},
    {"message", Kind::number, "Z_PK of the message that it is set under", "i.ZMESSAGE"},
};

MessageInfoReaders signs(const OnPart& part) {
  return {.sign = [&part](const WhatsAppSign& s) {
    const auto some = [](std::string_view text) { return text.empty() ? Value() : Value(text); };
    const Value direction =
        s.people ? Value() : Value(std::string_view(s.owners ? "sent" : "received"));
    const Value parsed[] = {value_of(s.time), some(s.sign),       direction,
                            some(s.who),      value_of(s.people), some(s.id)};
    part(parsed);
  }};
}

}  // namespace

ARTEFACT(ios_whatsapp_reactions) = {
    .id = "ios_whatsapp_reactions",
    .title = "Reactions to WhatsApp messages",
    .reads = kWhatsAppChats,
    .fields = kFields,
    .trace = Trace::received,
    .parse = message_info<kFields, signs>,
    .row = "Z_PK of ZWAMESSAGEINFO",
    .table = "ZWAMESSAGEINFO",
};

}  // namespace bridle
