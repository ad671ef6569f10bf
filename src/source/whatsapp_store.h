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
#include <string_view>
#include <vector>

#include "source/tree.h"

namespace bridle {

// What such a database is called on the phone; empty if it is none of WhatsApp's. `wal` may be
// null.
std::string_view name_of_whatsapp_database(const Content& database, const Content* wal);

// Those that lie plain in a store, numbered from `number` on, with what belongs to each.
struct WhatsAppFound {
  std::size_t number = 0;  // of the last one
  std::vector<Node> nodes = {};
  std::vector<TreeGap> gaps = {};
};
void find_whatsapp_databases(Store& store, const OpenOptions& options, WhatsAppFound& into);

// The same for a store of which `whatsapp_candidates` are at hand.
std::vector<std::size_t> whatsapp_candidates(const Store& store);
void look_for_whatsapp_databases(const Store& store, const OpenOptions& options,
                                 WhatsAppFound& into);

// Null if the store holds none.
std::unique_ptr<Tree> open_whatsapp_databases(Store& store, const OpenOptions& options);

}  // namespace bridle
