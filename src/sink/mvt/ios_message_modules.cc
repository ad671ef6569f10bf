#include "base/text.h"
#include "sink/mvt/forms.h"
#include "sink/mvt/ios_modules.h"

namespace bridle {
namespace {

constexpr MvtKey kCalls[] = {{"isodate", "time"},
                             {"duration", "seconds"},
                             {"location", "location"},
                             {"number", "handle"},
                             {"provider", "service"},
                             {"direction", "direction"},
                             {"answered", "answered", yes_no}};
constexpr MvtEvent kCallEvents[] = {{"time", "call"}};
constexpr MvtSource kCallsFrom[] = {{"ios_calls", kCalls, kCallEvents}};

constexpr MvtKey kContacts[] = {
    // What stands in one field there is told apart here.
    {"value", "account url value", first_text},
    {"First", "first"},
    {"Middle", "middle"},
    {"Last", "last"},
    {"Organization", "organisation"},
    {"name", "name"},
    {"label", "label"}};
constexpr std::string_view kPersonFields[] = {"first", "middle", "last"};
constexpr MvtJoin kPerson[] = {{"ios_contact_people", "", kPersonFields}};
constexpr MvtSource kContactsFrom[] = {
    {.artefact = "ios_contacts", .keys = kContacts, .joins = kPerson, .joined_by = "person"}};

// The text wherever the message has it; never null, as scripts expect.
void text_or_none(MvtMembers& out, const MvtRow& row, std::string_view fields) {
  for (const std::string_view field : split(fields, ' '))
    if (const std::string_view text = row.text(field); !text.empty()) return out.text(text);
  out.text("");
}
constexpr MvtKey kSms[] = {{"ROWID", "", row_number},
                           {"guid", "guid"},
                           {"text", "text attributed_text", text_or_none},
                           {"attributed_text", "attributed_text"},
                           {"subject", "subject"},
                           {"service", "service"},
                           {"account", "account"},
                           {"error", "error"},
                           {"is_read", "is_read"},
                           {"is_spam", "spam"},
                           {"item_type", "item_type"},
                           {"cache_has_attachments", "has_attachments"},
                           {"group_title", "group_title"},
                           {"balloon_bundle_id", "plugin"},
                           {"associated_message_guid", "about"},
                           {"reply_to_guid", "reply_to"},
                           {"thread_originator_guid", "thread"},
                           {"destination_caller_id", "called"},
                           {"chat", "chat"},
                           {"phone_number", "handle"},
                           {"isodate", "time"},
                           {"isodate_read", "read"},
                           {"isodate_delivered", "delivered"},
                           {"isodate_edited", "edited"},
                           {"isodate_retracted", "retracted"},
                           {"isodate_deleted", "deleted"},
                           {"direction", "direction"},
                           {"links", "text attributed_text payload edits", links_in}};
constexpr MvtEvent kSmsEvents[] = {{"time", "sms_", "direction"}, {"read", "sms_read"}};
constexpr MvtSource kSmsFrom[] = {{"ios_sms", kSms, kSmsEvents}};

constexpr MvtKey kAttachments[] = {{"attachment_id", "", row_number},
                                   {"ROWID", "", row_number},
                                   {"guid", "guid"},
                                   {"start_date", "started"},
                                   {"filename", "path"},
                                   {"uti", "uti"},
                                   {"mime_type", "mime"},
                                   {"transfer_state", "state"},
                                   {"transfer_name", "name"},
                                   {"total_bytes", "bytes"},
                                   {"is_sticker", "sticker"},
                                   {"hide_attachment", "hidden"},
                                   {"service", "service"},
                                   {"phone_number", "handle"},
                                   {"isodate", "created"},
                                   {"message_isodate", "time"},
                                   {"message_id", "message"},
                                   {"direction", "direction"},
                                   {"has_user_info", "transfer", yes_if_any}};
constexpr MvtEvent kAttachmentEvents[] = {{"created", "sms_attachment"}};
constexpr MvtSource kAttachmentsFrom[] = {{"ios_sms_attachments", kAttachments, kAttachmentEvents}};

constexpr MvtKey kUser[] = {
    {"package", "service"}, {"user", "user"}, {"isodate", "time"}, {"idstatus", "status"}};
constexpr MvtEvent kUserEvents[] = {{"time", "lookup"}};
constexpr MvtSource kUsersFrom[] = {{"ios_id_status_cache", kUser, kUserEvents}};

constexpr MvtKey kInteraction[] = {{"table_id", "", row_number},
                                   {"start_date", "time"},
                                   {"end_date", "end"},
                                   {"interactions_creation_date", "created"},
                                   {"bundle_id", "app"},
                                   {"account", "account"},
                                   {"target_bundle_id", "target_app"},
                                   {"direction", "direction"},
                                   {"sender_display_name", "sender_name"},
                                   {"sender_identifier", "sender"},
                                   {"recipient_display_name", "recipient_names"},
                                   {"recipient_identifier", "recipients"},
                                   {"recipient_count", "recipient_count"},
                                   {"domain_identifier", "chat"},
                                   {"is_response", "is_response"},
                                   {"content", "attachment_texts"},
                                   {"uti", "attachment_types"},
                                   {"attachment_content_url", "attachment_urls"},
                                   {"size", "attachment_bytes"},
                                   {"contacts_creation_date", "sender_created"},
                                   {"first_incoming_sender_date", "sender_first_in"},
                                   {"last_incoming_sender_date", "sender_last_in"},
                                   {"first_incoming_recipient_date", "sender_first_with"},
                                   {"last_incoming_recipient_date", "sender_last_with"},
                                   {"first_outgoing_recipient_date", "sender_first_out"},
                                   {"last_outgoing_recipient_date", "sender_last_out"},
                                   {"interaction_content_url", "url"},
                                   {"location_uuid", "location"},
                                   {"group_name", "group_name"},
                                   {"derivied_intent_id", "intent"},
                                   {"mechanism", "mechanism"}};
constexpr MvtEvent kInteractionEvents[] = {{"time", "start_date"},
                                           {"end", "end_date"},
                                           {"created", "interactions_creation_date"},
                                           {"sender_created", "contacts_creation_date"},
                                           {"sender_first_in", "first_incoming_sender_date"},
                                           {"sender_last_in", "last_incoming_sender_date"},
                                           {"sender_first_with", "first_incoming_recipient_date"},
                                           {"sender_last_with", "last_incoming_recipient_date"},
                                           {"sender_first_out", "first_outgoing_recipient_date"},
                                           {"sender_last_out", "last_outgoing_recipient_date"}};
constexpr MvtSource kInteractionsFrom[] = {{"ios_interaction_c", kInteraction, kInteractionEvents}};

constexpr MvtKey kCalendar[] = {{"id", "", row_number},
                                {"summary", "summary"},
                                {"description", "description"},
                                {"start_date", "start"},
                                {"end_date", "end"},
                                {"all_day", "all_day"},
                                {"url", "url"},
                                {"last_modified", "modified"},
                                {"external_id", "external_id"},
                                {"unique_identifier", "uid"},
                                {"hidden", "hidden"},
                                {"uuid", "uuid"},
                                {"creation_date", "created"},
                                {"action", "action"},
                                {"created_by_id", "created_by"},
                                {"location", "location"},
                                {"participant_email", "organizer_email"},
                                {"participant_phone", "organizer_phone"},
                                {"participant_comment", "organizer_comment"}};
constexpr MvtEvent kCalendarEvents[] = {{"start", "start_date"},
                                        {"end", "end_date"},
                                        {"modified", "last_modified"},
                                        {"created", "creation_date"}};
constexpr std::string_view kCalendarAlso[] = {"ios_calendar_participants"};
constexpr MvtSource kCalendarFrom[] = {{"ios_calendar", kCalendar, kCalendarEvents}};

}  // namespace

constinit const MvtModule mvt_calls = {"Calls", "calls", kCallsFrom};
constinit const MvtModule mvt_contacts = {"Contacts", "contacts", kContactsFrom};
constinit const MvtModule mvt_sms = {"SMS", "sms", kSmsFrom};
constinit const MvtModule mvt_sms_attachments = {"SMSAttachments", "sms_attachments",
                                                 kAttachmentsFrom, MvtShape::list, "HIGH"};
constinit const MvtModule mvt_id_status_cache = {"IDStatusCache", "id_status_cache", kUsersFrom};
constinit const MvtModule mvt_interaction_c = {"InteractionC", "interaction_c", kInteractionsFrom};
constinit const MvtModule mvt_calendar = {"Calendar",     "calendar", kCalendarFrom,
                                          MvtShape::list, "CRITICAL", kCalendarAlso};

}  // namespace bridle
