// Android's intrusion logs (Advanced Protection): texts of JSON lines, one a day, in zips or not.
//
//   {"dns_event":{…}}   {"connect_event":{…}}   {"security_event":{…}}
// Source: AOSP frameworks/base IntrusionDetectionService; exports as issues of MVT show them.
#pragma once

#include <memory>
#include <string_view>

#include "source/android_tree.h"

namespace bridle {

// Adds the logs below a folder of the container, also those in zips.
void add_intrusion_logs(AndroidTree& tree, const AndroidTree::Container& in, std::string_view root);

// Null if the store holds no intrusion log.
std::unique_ptr<Tree> open_intrusion_log(Store& store, const OpenOptions& options);

}  // namespace bridle
