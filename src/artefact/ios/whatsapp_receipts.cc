// Who got and read what the owner sent, and when: of each member of a group, and of the owner's own
// further devices.

#include "artefact/ios/whatsapp_stores.h"
#include "artefact/message_info.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it came to the other side"},
    {"read", Kind::time, "when it was read"},
    {"who", Kind::phone, "WhatsApp id of who got it"},
    {"sent", Kind::time, "when the message was sent", "apple_time0(m.ZMESSAGEDATE)"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "s.ZCONTACTJID"},
    {"stanza", Kind::text, "the message's id on the network", "m.ZSTANZAID"},
    {"message", Kind::number, "Z_PK of its message", "i.ZMESSAGE"},
};

MessageInfoReaders recipients(const OnPart& part) {
  return {.recipient = [&part](const WhatsAppRecipient& r) {
    const Value parsed[] = {value_of(r.came), value_of(r.read),
                            r.who.empty() ? Value() : Value(std::string_view(r.who))};
    part(parsed);
  }};
}

}  // namespace

ARTEFACT(ios_whatsapp_receipts) = {
    .id = "ios_whatsapp_receipts",
    .title = "Receipts of WhatsApp messages",
    .reads = kWhatsAppChats,
    .fields = kFields,
    .trace = Trace::received,
    .parse = message_info<kFields, recipients>,
    .row = "Z_PK of ZWAMESSAGEINFO",
    .table = "ZWAMESSAGEINFO",
};

}  // namespace bridle
