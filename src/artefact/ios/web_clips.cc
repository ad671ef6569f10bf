// Web pages kept on the home screen: pages that look like apps are used to phish.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/WebClips/*/Info.plist",
    "private/var/mobile/Library/WebClips/*/Info.plist",
};

constexpr Field kFields[] = {
    {"url", Kind::url, "the page"},
    {"title", Kind::content, "its name on the home screen"},
    {"identifier", Kind::text, "its id"},
    {"profile", Kind::profile, "profile that put it there"},
    {"full_screen", Kind::number, "1 if shown without the browser's bars"},
    {"removable", Kind::number, "1 if the owner may remove it"},
};

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& clip) {
    out.row<kFields>(0, clip.find("URL").text(), clip.find("Title").text(),
                     clip.find("ApplicationBundleIdentifier").text(),
                     clip.find("ConfigurationProfileIdentifier").text(),
                     clip.find("FullScreen").boolean(),
                     clip.find("RemovalDisallowed")
                         ? std::optional(!clip.find("RemovalDisallowed").boolean().value_or(false))
                         : std::nullopt);
  });
}

}  // namespace

ARTEFACT(ios_web_clips) = {
    .id = "ios_web_clips",
    .title = "Web pages on the home screen",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
};

}  // namespace bridle
