// Where WhatsApp keeps its databases of messages and of calls.
#pragma once

#include "artefact/sqlite.h"

namespace bridle {

inline constexpr std::string_view kWhatsAppChats[] = {
    "AppDomainGroup-group.net.whatsapp.WhatsApp.shared:ChatStorage.sqlite",
    "whatsapp:*/ChatStorage.sqlite",
    "private/var/mobile/Containers/Shared/AppGroup/*/ChatStorage.sqlite",
};

inline constexpr std::string_view kWhatsAppCalls[] = {
    "AppDomainGroup-group.net.whatsapp.WhatsApp.shared:CallHistory.sqlite",
    "whatsapp:*/CallHistory.sqlite",
    "private/var/mobile/Containers/Shared/AppGroup/*/CallHistory.sqlite",
};

}  // namespace bridle
