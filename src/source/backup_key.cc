#include "source/backup_key.h"

#include "base/arena.h"
#include "base/text.h"
#include "format/keybag.h"
#include "format/plist.h"
#include "source/ios_backup_top.h"

namespace bridle {

Result<std::string> backup_key(Store& backup, std::string_view password) {
  std::optional<std::size_t> at;
  for (std::size_t i = 0; i < backup.files().size() && !at; ++i) {
    const std::string_view path = backup.files()[i].path;
    if (path == "Manifest.plist" || path.ends_with("/Manifest.plist")) at = i;
  }
  if (!at) return fail(Errc::missing, "there is no Manifest.plist: not an iOS backup");
  const std::size_t wanted[] = {*at};
  TRY(backup.fetch(wanted));
  Arena arena;
  const auto content = TRY(backup.open(*at));
  const Bytes bytes = TRY(whole(*content, kLargestPlist, arena));
  const auto list = TRY(Plist::parse(bytes, arena));
  const PlistNode root = list.root();
  if (!root.find("IsEncrypted").boolean().value_or(false))
    return fail(Errc::unsupported, "the backup is not encrypted");
  const Keybag bag = TRY(Keybag::parse(root.find("BackupKeyBag").data().value_or(Bytes{})));
  const auto key = password_key(bag, password, nullptr);
  if (!key) return fail(Errc::encrypted, "the key could not be made");
  TRY(unlock_with_key(bag, *key));
  return hex(*key);
}

}  // namespace bridle
