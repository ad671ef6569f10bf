// What the phone noted of each message, call and mail: with whom, by which app, when. It outlives
// deleted messages, and names attachments and links.
//
// Core Data; four generations differ in the tables for attachments and in some columns.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/CoreDuet/People/interactionC.db",
    "private/var/mobile/Library/CoreDuet/People/interactionC.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it began", "apple_time0(i.ZSTARTDATE)"},
    {"end", Kind::time, "when it ended", "apple_time0(i.ZENDDATE)"},
    {"created", Kind::time, "when it was noted", "apple_time0(i.ZCREATIONDATE)"},
    {"app", Kind::app, "app that took part", "i.ZBUNDLEID"},
    {"target_app", Kind::app, "app that it was meant for", "i.ZTARGETBUNDLEID", Need::sometimes},
    {"direction", Kind::text, "received or sent",
     "CASE i.ZDIRECTION WHEN 0 THEN 'received' WHEN 1 THEN 'sent' ELSE "
     "CAST(i.ZDIRECTION AS TEXT) END"},
    {"sender", Kind::account, "who sent it", "s.ZIDENTIFIER"},
    {"sender_name", Kind::content, "the sender's name", "s.ZDISPLAYNAME"},
    {"recipients", Kind::content, "who received it, one on each line", "r.ids"},
    {"recipient_names", Kind::content, "their names", "r.names"},
    {"recipient_count", Kind::number, "how many the app told of", "i.ZRECIPIENTCOUNT",
     Need::sometimes},
    {"account", Kind::account, "the owner's account", "i.ZACCOUNT"},
    {"chat", Kind::content, "what the app calls the conversation", "i.ZDOMAINIDENTIFIER"},
    {"group_name", Kind::content, "name of the group", "i.ZGROUPNAME", Need::sometimes},
    {"url", Kind::url, "link to the content", "bytes_text(i.ZCONTENTURL)"},
    {"intent", Kind::text, "identifier of the intent", "i.ZDERIVEDINTENTIDENTIFIER",
     Need::sometimes},
    {"mechanism", Kind::number, "by which means, as stored", "i.ZMECHANISM", Need::sometimes},
    {"is_response", Kind::number, "1 if it answers another", "i.ZISRESPONSE"},
    {"location", Kind::text, "id of the place", "i.ZLOCATIONUUID"},
    {"attachment_texts", Kind::content, "texts of the attachments", "t.texts", Need::sometimes},
    {"attachment_urls", Kind::content, "links of the attachments, one on each line", "t.urls",
     Need::sometimes},
    {"attachment_types", Kind::text, "their types", "t.types", Need::sometimes},
    {"attachment_bytes", Kind::number, "their size", "t.bytes", Need::sometimes},
    {"attachments", Kind::number, "how many", "t.n", Need::sometimes},
    {"sender_created", Kind::time, "when the sender was first noted",
     "apple_time0(s.ZCREATIONDATE)"},
    {"sender_first_in", Kind::time, "first time that the sender wrote",
     "apple_time0(s.ZFIRSTINCOMINGSENDERDATE)"},
    {"sender_last_in", Kind::time, "last time", "apple_time0(s.ZLASTINCOMINGSENDERDATE)"},
    {"sender_first_with", Kind::time, "first time that both received something",
     "apple_time0(s.ZFIRSTINCOMINGRECIPIENTDATE)"},
    {"sender_last_with", Kind::time, "last time", "apple_time0(s.ZLASTINCOMINGRECIPIENTDATE)"},
    {"sender_first_out", Kind::time, "first time that the owner wrote to the sender",
     "apple_time0(s.ZFIRSTOUTGOINGRECIPIENTDATE)"},
    {"sender_last_out", Kind::time, "last time", "apple_time0(s.ZLASTOUTGOINGRECIPIENTDATE)"},
};

constexpr Query kQueries[] = {
    {.from = "ZINTERACTIONS i LEFT JOIN ZCONTACTS s ON s.Z_PK = i.ZSENDER LEFT JOIN (SELECT "
             "x.Z_3INTERACTIONRECIPIENT AS id, group_concat(c.ZIDENTIFIER, char(10)) AS ids, "
             "group_concat(c.ZDISPLAYNAME, char(10)) AS names FROM Z_2INTERACTIONRECIPIENT x "
             "JOIN ZCONTACTS c ON c.Z_PK = x.Z_2RECIPIENTS GROUP BY "
             "x.Z_3INTERACTIONRECIPIENT) r ON r.id = i.Z_PK LEFT JOIN (SELECT "
             "x.Z_3INTERACTIONS AS id, group_concat(a.ZCONTENTTEXT, char(10)) AS texts, "
             "group_concat(a.ZCONTENTURL, char(10)) AS urls, group_concat(a.ZUTI, char(10)) "
             "AS types, sum(a.ZSIZEINBYTES) AS bytes, count(*) AS n FROM Z_1INTERACTIONS x "
             "JOIN ZATTACHMENT a ON a.Z_PK = x.Z_1ATTACHMENTS GROUP BY x.Z_3INTERACTIONS) t "
             "ON t.id = i.Z_PK",
     .row = "i.Z_PK"},
    // Without attachments.
    {.from = "ZINTERACTIONS i LEFT JOIN ZCONTACTS s ON s.Z_PK = i.ZSENDER LEFT JOIN (SELECT "
             "x.Z_3INTERACTIONRECIPIENT AS id, group_concat(c.ZIDENTIFIER, char(10)) AS ids, "
             "group_concat(c.ZDISPLAYNAME, char(10)) AS names FROM Z_2INTERACTIONRECIPIENT x "
             "JOIN ZCONTACTS c ON c.Z_PK = x.Z_2RECIPIENTS GROUP BY "
             "x.Z_3INTERACTIONRECIPIENT) r ON r.id = i.Z_PK ",
     .row = "i.Z_PK"},
    // Before recipients had a table of their own.
    {.from = "ZINTERACTIONS i LEFT JOIN ZCONTACTS s ON s.Z_PK = i.ZSENDER LEFT JOIN (SELECT "
             "NULL AS ids, NULL AS names) r ",
     .row = "i.Z_PK"},
};

}  // namespace

ARTEFACT(ios_interaction_c) = {
    .id = "ios_interaction_c",
    .title = "Interactions with people",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::usual,
    .row = "Z_PK of ZINTERACTIONS",
    .table = "ZINTERACTIONS",
};

}  // namespace bridle
