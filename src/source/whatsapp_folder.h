// What lies beside WhatsApp's databases or backups in one folder: its media, which become nodes
// "media:<path>", and the rest, which nothing here reads and which is told.
#pragma once

#include <set>
#include <vector>

#include "source/tree.h"

namespace bridle {

struct WhatsAppFolder {
  std::vector<Node> media = {};  // by path; if anybody wants them
  std::vector<UnreadParts> unread = {};
};

// `taken` are the files that are nodes already. A file is media by its first bytes, or because it
// lies in one of WhatsApp's folders of media: documents are of any form.
WhatsAppFolder look_beside(const Store& store, const std::set<std::size_t>& taken,
                           const OpenOptions& options);

}  // namespace bridle
