// Writes an encrypted exhibit as plain files: the one place where decrypted content reaches a disk,
// and only because somebody asked for it.
#pragma once

#include <atomic>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/watcher.h"
#include "source/tree.h"

namespace bridle {

struct Decrypted {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::vector<TreeGap> gaps;  // files that could not be written, and why
};

// An iOS backup becomes a plain iOS backup: the same layout, xx/<SHA-1 of domain-path>, with a
// plain Manifest.db, so that every tool can read it; an Android backup becomes the files of its
// tar, under their own paths; backups of WhatsApp become their databases, "1/msgstore.db". Other
// exhibits hold nothing to decrypt. `output` must be absent or empty and apart from the exhibit.
// The error is a sentence. Who reads the exhibit is confined, and an exhibit that ends it is gaps
// (engine/supervise.h). For a process of one thread.
std::expected<Decrypted, std::string> decrypt(const std::string& exhibit,
                                              const std::filesystem::path& output,
                                              const Secret& secret, Watcher& watcher,
                                              const std::atomic<bool>& stop);

}  // namespace bridle
