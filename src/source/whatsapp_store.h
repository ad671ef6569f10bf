// WhatsApp's databases as an exhibit of their own: one of them, or a folder or archive of them, of
// Android or iOS, told by the tables that they hold.
//
//   tables                                    node "whatsapp:N/…", N a number for each file
//   jid with message or messages              msgstore.db         Android: messages, calls
//   wa_contacts                               wa.db               Android: address book
//   ZWAMESSAGE                                ChatStorage.sqlite  iOS: messages
//   ZWACDCALLEVENT                            CallHistory.sqlite  iOS: calls
//   ZWAADDRESSBOOKCONTACT                     ContactsV2.sqlite   iOS: address book
//   ZWAPHONENUMBERLIDPAIR alone               LID.sqlite          iOS: numbers behind ids
// Source: facts stand in the artefacts that read them.
#pragma once

#include <memory>

#include "source/tree.h"

namespace bridle {

// Null if the store holds none.
std::unique_ptr<Tree> open_whatsapp_databases(Store& store, const OpenOptions& options);

}  // namespace bridle
