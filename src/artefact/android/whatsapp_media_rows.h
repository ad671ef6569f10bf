// Rows of message_media with the message (m), the chat (j) and the sender (p, else s) of each.
#pragma once

#include "artefact/android/whatsapp_stores.h"

namespace bridle {

inline constexpr Query kWhatsAppMediaRows[] = {
    {.from = "message_media d LEFT JOIN message m ON m._id = d.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id",
     .row = "d.message_row_id"},
    {.from = "message_media d LEFT JOIN message m ON m._id = d.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "d.message_row_id"},
    // In the rows of messages until 2021: android_whatsapp_old_messages reads those.
    {.from = "(SELECT _id AS message_row_id, NULL AS message_url, NULL AS direct_path, NULL AS "
             "file_path, NULL AS file_length, NULL AS file_size, NULL AS mime_type, NULL AS "
             "media_name, NULL AS file_hash, NULL AS original_file_hash, NULL AS enc_file_hash, "
             "NULL AS transferred FROM messages WHERE 0) d LEFT JOIN (SELECT NULL AS timestamp, "
             "NULL AS from_me, NULL AS received_timestamp) m LEFT JOIN (SELECT NULL AS raw_string) "
             "j LEFT JOIN (SELECT NULL AS "
             "raw_string) s LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "d.message_row_id"},
};

}  // namespace bridle
