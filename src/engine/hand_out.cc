#include "engine/hand_out.h"

#include <algorithm>

#include "base/text.h"
#include "engine/actor.h"
#include "engine/hash_store.h"
#include "sink/consent.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// A file of the case by its name in it; anything else by its own name, as something outside.
std::string object_name(const fs::path& folder, const fs::path& file) {
  std::error_code none;
  const std::string inside =
      fs::weakly_canonical(file, none).lexically_relative(fs::weakly_canonical(folder, none));
  if (!inside.empty() && !inside.starts_with("..")) return inside;
  return "outside:" + (file.has_filename() ? file : file.parent_path()).filename().string();
}

Result<std::string> hash_of(const fs::path& path) {
  const auto store = TRY(open_store(path.string()));
  const Store& whole = store->carrier() ? *store->carrier() : *store;
  Digests digests(whole);
  hash_store(whole, digests, 1);
  return hex(TRY(tree_digest(whole, digests)));
}

}  // namespace

std::optional<std::string> refuses_to_hand_out(const fs::path& folder, Share level,
                                               std::string_view reader) {
  const auto given = consent_of(folder);
  if (!given) return std::string("intake/consent.json: ") + given.error().what;
  return *given ? refuses_sharing(**given, level, reader, now()) : std::nullopt;
}

Result<void> note_handed_out(const fs::path& folder, const HandedOut& what) {
  Deed deed = deed_of_now(what.action);
  deed.reason = what.reason;
  std::vector<fs::path> files = what.files;
  // Made with the first pseudonym.
  if (std::error_code none; fs::exists(folder / "case.key", none))
    files.push_back(folder / "case.key");
  for (const fs::path& file : files)
    deed.objects.emplace_back(object_name(folder, file), TRY(hash_of(file)));
  std::ranges::sort(deed.objects);
  const auto again = std::ranges::unique(deed.objects);
  deed.objects.erase(again.begin(), again.end());
  return append_deed(folder, deed);
}

}  // namespace bridle
