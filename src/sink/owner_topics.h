// Surfaces by what their owner calls them.
#pragma once

#include <string_view>
#include <vector>

#include "record/outcome.h"
#include "sink/phrase/letter.h"

namespace bridle {

// "messages" for ios_sms, …: one of the phrases that begin with of_.
Letter topic_of(std::string_view surface);

// In the order of the phrases, each once. A topic of which anything was not read whole is lacking,
// whatever else of it was read.
struct OwnerTopics {
  std::vector<Letter> read;
  std::vector<Letter> lacking;
};
OwnerTopics owner_topics(const Outcome& outcome);

}  // namespace bridle
