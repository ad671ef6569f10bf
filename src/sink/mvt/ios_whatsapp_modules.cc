#include "sink/mvt/forms.h"
#include "sink/mvt/ios_modules.h"

namespace bridle {
namespace {

void is_from_me(MvtMembers& out, const MvtRow& row, std::string_view field) {
  out.number(row.text(field) == "sent" ? 1 : 0);
}

constexpr MvtKey kMessage[] = {{"Z_PK", "", row_number},
                               {"ZISFROMME", "direction", is_from_me},
                               {"ZMESSAGESTATUS", "status"},
                               {"ZGROUPEVENTTYPE", "group_event"},
                               {"ZFLAGS", "flags"},
                               {"ZSTARRED", "starred"},
                               {"ZMESSAGEDATE", "time", apple_time},
                               {"ZSENTDATE", "sent", apple_time},
                               {"ZFROMJID", "sender"},
                               {"ZTOJID", "recipient"},
                               {"ZPUSHNAME", "push_name"},
                               {"ZSTANZAID", "stanza"},
                               {"ZTEXT", "text"},
                               {"ZAUTHORNAME", "author"},
                               {"ZMEDIAURL", "url"},
                               // The records hold what differs from the one before.
                               {"ZCONTENT1", "content1 matched", first_text},
                               {"ZCONTENT2", "content2 content1 matched", first_text},
                               {"ZMATCHEDTEXT", "matched"},
                               {"ZSUMMARY", "summary"},
                               {"ZTITLE", "title"},
                               {"chat", "chat"},
                               {"chat_name", "chat_name"},
                               {"direction", "direction"},
                               {"message_type", "type"},
                               {"isodate", "time"},
                               {"links", "text matched content1 content2", links_in}};
constexpr MvtEvent kMessageEvents[] = {{"time", "message"}};
constexpr std::string_view kLinkFields[] = {"matched", "content1", "content2", "summary", "title"};
constexpr std::string_view kMediaFields[] = {"author", "url"};
constexpr MvtJoin kMessageJoins[] = {{"ios_whatsapp_links", "message", kLinkFields},
                                     {"ios_whatsapp_media", "message", kMediaFields}};

constexpr MvtKey kPair[] = {{"record_type", "lid_phone_number_pair", constant},
                            {"lid", "lid"},
                            {"phone_number", "phone"},
                            {"pair_timestamp", "time"}};
constexpr MvtEvent kPairEvents[] = {{"time", "lid_pair_recorded"}};

constexpr MvtKey kChat[] = {{"record_type", "chat_session", constant},
                            {"session_pk", "", row_number},
                            {"contact_jid", "chat"},
                            {"partner_name", "name"},
                            {"session_type", "type"},
                            {"archived", "archived"},
                            {"removed", "removed"},
                            {"message_counter", "counter"},
                            {"last_message_date", "time"},
                            {"group_creation_date", "group_created"},
                            {"stored_message_count", "messages"}};
constexpr MvtEvent kChatEvents[] = {{"time", "chat_last_message"},
                                    {"group_created", "group_created"}};

constexpr MvtSource kWhatsapp[] = {{.artefact = "ios_whatsapp_messages",
                                    .keys = kMessage,
                                    .events = kMessageEvents,
                                    .joins = kMessageJoins},
                                   {"ios_whatsapp_lid", kPair, kPairEvents},
                                   {"ios_whatsapp_chats", kChat, kChatEvents}};

void is_on(MvtMembers& out, const MvtRow& row, std::string_view field) {
  out.boolean(row.number(field).value_or(0) != 0);
}

// The words that the app has for the durations one can choose.
void duration_words(MvtMembers& out, const MvtRow& row, std::string_view field) {
  constexpr std::int64_t kDay = 86'400;
  const auto seconds = row.number(field);
  if (!seconds) return out.null();
  if (*seconds == 0) return out.text("off");
  if (*seconds % kDay == 0 && *seconds > kDay)
    return out.text(std::to_string(*seconds / kDay) + " days");
  if (*seconds % 3600 == 0) return out.text(std::to_string(*seconds / 3600) + " hours");
  out.text(std::to_string(*seconds) + " seconds");
}

constexpr MvtKey kContact[] = {{"row_pk", "", row_number},
                               {"whatsapp_id", "whatsapp_id"},
                               {"lid", "lid"},
                               {"phone_number", "phone"},
                               {"localized_phone_number", "shown_phone"},
                               {"full_name", "name"},
                               {"given_name", "given_name"},
                               {"last_name", "last_name"},
                               {"user_name", "user_name"},
                               {"business_name", "business"},
                               {"about_text", "about"},
                               {"about_emoji", "about_emoji"},
                               {"notes", "notes"},
                               {"about_timestamp", "about_time"},
                               {"about_expiration_timestamp", "about_expires"},
                               {"last_updated", "updated"},
                               {"disappearing_mode_duration", "disappearing"},
                               {"disappearing_mode_timestamp", "disappearing_time"},
                               {"disappearing_mode_is_on", "disappearing", is_on},
                               {"disappearing_mode_label", "disappearing", duration_words},
                               {"phone_status", "phone_status"},
                               {"sync_policy", "sync_policy"}};
constexpr MvtEvent kContactEvents[] = {{"updated", "contact_last_updated"},
                                       {"about_time", "about_changed"},
                                       {"disappearing_time", "disappearing_mode_changed"}};
constexpr MvtSource kContacts[] = {{"ios_whatsapp_contacts", kContact, kContactEvents}};

}  // namespace

constinit const MvtModule mvt_whatsapp = {"Whatsapp", "whatsapp", kWhatsapp};
constinit const MvtModule mvt_whatsapp_contacts = {"WhatsappContacts", "whatsapp_contacts",
                                                   kContacts};

}  // namespace bridle
