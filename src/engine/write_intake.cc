#include "engine/write_intake.h"

namespace bridle {

Result<IntakeRoot> write_intake(NewFiles& files, const std::vector<Received>& received,
                                std::span<const Exhibit> exhibits) {
  auto intake = TRY(Intake::create(files, received));
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    const Exhibit& e = exhibits[i];
    const bool archive = e.carrier != nullptr;
    const Store& store = archive ? *e.store->carrier() : *e.store;
    const bool one_file = archive || store.is_one_file();
    Digests& digests = archive ? *e.carrier : *e.digests;
    for (std::size_t k = 0; k < store.files().size(); ++k) {
      const Stored& file = store.files()[k];
      const auto digest = digests.of(k);
      if (!digest) continue;  // a gap says so
      const auto modified = file.mtime_ns ? time_at_us(*file.mtime_ns / 1000, 0) : std::nullopt;
      intake.add({.exhibit = i,
                  .path = one_file ? std::string_view() : file.path,
                  .size = file.size,
                  .modified = modified,
                  .sha256 = *digest});
    }
  }
  return intake.close();
}

}  // namespace bridle
