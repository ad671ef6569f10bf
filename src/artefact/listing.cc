#include "artefact/listing.h"

#include <string>

#include "source/tree.h"

namespace bridle {

Result<void> read_listing(const File& file, Rows& out) {
  if (!file.tree) return fail(Errc::missing, "the exhibit was not listed");
  const Listing listing = file.tree->listing();
  for (std::size_t i = 0; i < listing.files.size() && !out.stopped(); ++i) {
    const Stored& stored = listing.files[i];
    if (!stored.path.starts_with(listing.root)) continue;
    const auto modified =
        stored.mtime_ns ? time_at_us(*stored.mtime_ns / 1000, 0) : std::optional<Time>();
    out.row<kListingFields>(i, "/" + stored.path.substr(listing.root.size()), stored.size,
                            modified);
  }
  return {};
}

}  // namespace bridle
