// Encrypted backups of WhatsApp, as far as they speak without a key: which version of the app wrote
// them, for which number, and whether they are as they were written.
//
// *.crypt12, *.crypt14 and *.crypt15: format/whatsapp_backup.h.
#include <algorithm>
#include <string>
#include <vector>

#include "artefact/artefact.h"
#include "source/whatsapp_unsealing.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"whatsapp-backup:**"};

constexpr Field kFields[] = {
    {"form", Kind::text, "how it is encrypted: crypt12, crypt14 or crypt15"},
    {"app_version", Kind::text, "the version of WhatsApp that wrote it"},
    {"number_ending", Kind::text, "the last two digits of its owner's number"},
    {"backup_version", Kind::number, "the version of the backup"},
    {"migrations", Kind::text, "numbers of the migrations of the database that had run"},
    {"whole", Kind::number,
     "1 if the MD5 at its end is that of the file; 0 if it was changed or cut, or is a part of a "
     "larger backup, which has none"},
};

std::string list(const std::vector<std::uint32_t>& numbers) {
  std::string out;
  for (const auto n : numbers) out += (out.empty() ? "" : " ") + std::to_string(n);
  return out;
}

Result<void> parse(const File& file, Rows& out) {
  constexpr std::string_view kForms[] = {"crypt12", "crypt14", "crypt15"};
  std::vector<std::byte> start(
      static_cast<std::size_t>(std::min<std::uint64_t>(kMostWhatsAppHead, file.content->size())));
  TRY(file.content->read(0, start));
  const WhatsAppBackupHead head = TRY(whatsapp_backup_head(start));
  const bool whole = TRY(is_whole_by_md5(*file.content, head));
  if (!whole && must_have_md5(head))
    out.gap(file.content->size(), "the backup was changed or cut: its MD5 is wrong");
  const std::string migrations = list(head.migrations);
  out.row<kFields>(0, kForms[static_cast<std::size_t>(head.seal)], head.app_version,
                   head.number_ending, head.backup_version, migrations, whole);
  return {};
}

}  // namespace

ARTEFACT(android_whatsapp_backups) = {
    .id = "android_whatsapp_backups",
    .title = "WhatsApp backups, without their key (Android)",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = parse,
    .row = "always 0",
};

}  // namespace bridle
