// Files of a phone whose file system was copied: names and places that are known from attacks.

#include "artefact/listing.h"

namespace bridle {

ARTEFACT(android_filesystem) = {
    .id = "android_filesystem",
    .title = "Files of the file system",
    .reads = kListingReads,
    .fields = kListingFields,
    .trace = Trace::stored,
    .parse = read_listing,
    .row = "place in the exhibit's listing",
};

}  // namespace bridle
