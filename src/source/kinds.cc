#include "source/kinds.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace bridle {
namespace {

// Containers of each kind that holds any, separated by blanks.
struct Holding {
  std::string_view kind, containers;
};
constexpr std::array kHoldings = {
    Holding{
        kAndroidQf,
        "androidqf bugreport dumpstate dumpsys adb-backup intrusion-log whatsapp whatsapp-backup"},
    Holding{kAndroidBugreport, "bugreport dumpstate dumpsys"},
    Holding{kAndroidBackup, "adb-backup whatsapp whatsapp-backup"},
    Holding{kAndroidIntrusionLog, "intrusion-log"},
    Holding{kAndroidApk, "apk"},
    Holding{kAndroidFilesystem, "listing whatsapp whatsapp-backup"},
    Holding{kIosFilesystem, "listing"},
    Holding{kWhatsAppDatabase, "whatsapp media"},
    Holding{kWhatsAppBackup, "whatsapp whatsapp-backup media"},
    Holding{kMediaFile, "media"},
};

struct Title {
  std::string_view container, title;
};
constexpr std::array kUnread = {
    Title{"androidqf", "Other files of the acquisition"},
    Title{"bugreport", "Other files of the bugreport"},
    Title{"dumpstate", "Other commands of the bugreport"},
    Title{"dumpsys", "Other services of the phone"},
    Title{"intrusion-log", "Other files of the intrusion log"},
    Title{"whatsapp", "Other files of the WhatsApp folder"},
};

}  // namespace

bool tells_unread(std::string_view container) {
  return !title_of_unread(container).empty();
}

std::string_view title_of_unread(std::string_view container) {
  const auto* const at = std::ranges::find(kUnread, container, &Title::container);
  return at == kUnread.end() ? std::string_view() : at->title;
}

std::string_view container_of(std::string_view pattern) {
  const auto colon = pattern.find(':');
  return colon == std::string_view::npos || pattern.find('/') < colon ? std::string_view()
                                                                      : pattern.substr(0, colon);
}

bool can_hold(std::string_view kind, std::string_view artefact, std::string_view pattern) {
  // The platform is the first word of both, "ios-backup" and "ios_sms"; WhatsApp's databases are of
  // both, its backups of Android; files are what they are on each.
  const std::string_view platform =
      kind == kWhatsAppBackup ? "android" : kind.substr(0, kind.find('-'));
  const std::string_view about = artefact.substr(0, artefact.find('_'));
  if (kind != kWhatsAppDatabase && about != platform && about != "media") return false;
  const bool contained = pattern.find(':') < pattern.find('/');
  if (kind == kIosBackup)
    return contained && container_of(pattern) != "listing" && container_of(pattern) != "media" &&
           !container_of(pattern).starts_with("whatsapp");
  if (!contained) return kind == kAndroidFilesystem || kind == kIosFilesystem;
  const auto* const held = std::ranges::find(kHoldings, kind, &Holding::kind);
  return held != kHoldings.end() &&
         std::ranges::count(split(held->containers, ' '), container_of(pattern)) > 0;
}

}  // namespace bridle
