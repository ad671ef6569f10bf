#include "source/whatsapp_folder.h"

#include <string>

#include "base/text.h"
#include "source/media_file.h"
#include "source/wanted.h"

namespace bridle {
namespace {

constexpr std::size_t kMostUnread = 500;  // names that are kept

bool is_in_media_folder(std::string_view path) {
  return path.starts_with("Media/") || contains(path, "/Media/");
}

// Stores that are read in order have not got it at hand: then its place decides alone.
bool begins_as_media(const Store& store, std::size_t file) {
  const auto content = store.open_in_order(file);
  return content && is_media(**content);
}

// A database's memory of its log holds nothing that the log does not.
bool says_nothing(std::string_view path) {
  return is_left_by_system(path) || path.ends_with("-shm");
}

}  // namespace

WhatsAppFolder look_beside(const Store& store, const std::set<std::size_t>& taken,
                           const OpenOptions& options) {
  const Wanted wanted(options.reads);
  WhatsAppFolder out;
  UnreadParts rest{.container = "whatsapp", .names = {}};
  const auto files = store.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& path = files[i].path;
    if (taken.contains(i) || says_nothing(path)) continue;
    const bool media = is_in_media_folder(path) || begins_as_media(store, i);
    if (media && wanted.wants(name_in_backup("media", path)))
      out.media.push_back({.domain = "media", .path = path, .stored = i, .place = path});
    else if (!media && rest.names.size() < kMostUnread)
      rest.names.push_back(path);
    else if (!media)
      rest.more = true;
  }
  if (!rest.names.empty()) out.unread.push_back(std::move(rest));
  return out;
}

}  // namespace bridle
