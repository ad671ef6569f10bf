// Where WhatsApp of Android keeps its databases, and what joins in them have in common.
//
// Generations of msgstore.db are told by their tables, never by a version: `messages` alone (until
// 2021), both, `message` alone, and `jid_map` (since 2024), which tells the number behind a "@lid".
// Source: schemas of public test databases; facts of ALEAPP and WhatsApp-Chat-Exporter.
#pragma once

#include "artefact/sqlite.h"

namespace bridle {

inline constexpr std::string_view kWhatsAppMessages[] = {
    "whatsapp:*/msgstore.db",
    "data/data/com.whatsapp*/databases/msgstore.db",
    "data/user/*/com.whatsapp*/databases/msgstore.db",
    "adb-backup:apps/com.whatsapp*/db/msgstore.db",
};

inline constexpr std::string_view kWhatsAppAddresses[] = {
    "whatsapp:*/wa.db",
    "data/data/com.whatsapp*/databases/wa.db",
    "data/user/*/com.whatsapp*/databases/wa.db",
    "adb-backup:apps/com.whatsapp*/db/wa.db",
};

}  // namespace bridle
