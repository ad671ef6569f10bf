#include "source/ios_backup_top.h"

#include <array>

#include "base/text.h"
#include "source/ios_backup.h"

namespace bridle {
namespace {

std::string text_of(PlistNode node) {
  return std::string(node.text().value_or(""));
}

// A content's name, xx/<40 hex that begin with xx>, betrays a backup that lost all its indexes.
std::optional<std::string> root_by_content(std::string_view path) {
  if (path.size() < 43) return {};
  const std::string_view name = path.substr(path.size() - 43);
  const bool fits = name[2] == '/' && name.substr(0, 2) == name.substr(3, 2) &&
                    from_hex(name.substr(3)).has_value();
  if (!fits) return {};
  return std::string(path.substr(0, path.size() - 43));
}

}  // namespace

Result<Bytes> whole(const Content& content, std::uint64_t limit, Arena& arena) {
  if (content.size() > limit) return fail(Errc::too_large, "the file is too large", limit);
  const auto bytes = arena.take(static_cast<std::size_t>(content.size()));
  TRY(content.read(0, bytes));
  return bytes;
}

Device device_of_lockdown(PlistNode d) {
  const std::string os = text_of(d.find("ProductVersion"));
  return {.model = text_of(d.find("ProductType")),
          .os = os.empty() ? "" : "iOS " + os,
          .build = text_of(d.find("BuildVersion")),
          .serial = text_of(d.find("SerialNumber")),
          .udid = text_of(d.find("UniqueDeviceID")),
          .imei = {},
          .phone = {},
          .name = text_of(d.find("DeviceName"))};
}

Device device_of_info(PlistNode d) {
  const std::string os = text_of(d.find("Product Version"));
  return {.model = text_of(d.find("Product Type")),
          .os = os.empty() ? "" : "iOS " + os,
          .build = text_of(d.find("Build Version")),
          .serial = text_of(d.find("Serial Number")),
          .udid = text_of(d.find("Unique Identifier")),
          .imei = text_of(d.find("IMEI")),
          .phone = text_of(d.find("Phone Number")),
          .name = text_of(d.find("Device Name"))};
}

std::optional<std::string> find_ios_backup(const Store& store) {
  std::optional<std::string> best;
  for (const Stored& file : store.files())
    for (const std::string_view name : kTopOfBackup) {
      if (!file.path.ends_with(name) || name == "Info.plist" || name == "Status.plist") continue;
      std::string root = file.path.substr(0, file.path.size() - name.size());
      if (!root.empty() && root.back() != '/') continue;
      if (!best || root.size() < best->size()) best = std::move(root);
    }
  for (const Stored& file : store.files()) {
    if (best) break;
    best = root_by_content(file.path);
  }
  return best;
}

bool is_encrypted_ios_backup(Store& store, const std::string& root) {
  const auto at = store.find(root + "Manifest.plist");
  if (!at || !store.fetch({&*at, 1})) return false;
  const auto content = store.open(*at);
  if (!content) return false;
  Arena arena;
  const auto bytes = whole(**content, kLargestPlist, arena);
  if (!bytes) return false;
  const auto list = Plist::parse(*bytes, arena);
  return list && list->root().find("IsEncrypted").boolean().value_or(false);
}

bool is_plain_database(const Content& content) {
  std::array<std::byte, 16> head{};
  return content.read(0, head) && as_text(head) == std::string_view("SQLite format 3\0", 16);
}

}  // namespace bridle
