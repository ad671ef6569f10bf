// Sites that web views loaded, and the redirects between them, as WebKit kept them before
// observations.db.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/WebKit/**/full_browsing_session_resourceLog.plist",
    "*:SystemData/**/full_browsing_session_resourceLog.plist",
    "*:Library/WebClips/*/Storage/full_browsing_session_resourceLog.plist",
    "private/var/mobile/**/full_browsing_session_resourceLog.plist",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when the site was last seen"},
    {"domain", Kind::domain, "the site"},
    {"relation", Kind::text, "how the other site stands to it"},
    {"other", Kind::domain, "the other site"},
    {"had_interaction", Kind::number, "1 if the owner ever touched a page of the site"},
    {"interaction_time", Kind::time, "when that last was"},
};

// The key of a list of other sites, and what it says of them.
constexpr struct {
  std::string_view key, relation;
} kRelations[] = {
    {"topFrameUniqueRedirectsFrom", "redirected from"},
    {"topFrameUniqueRedirectsTo", "redirected to"},
    {"subframeUnderTopFrameOrigins", "in a frame of"},
    {"subresourceUnderTopFrameOrigins", "loaded by"},
    {"subresourceUniqueRedirectsFrom", "resource redirected from"},
    {"subresourceUniqueRedirectsTo", "resource redirected to"},
};

std::optional<std::string_view> site(const PlistNode& other) {
  if (other.type() == PlistNode::Type::string) return other.text();
  const auto origin = other.find("origin").text();
  return origin ? origin : other.find("domain").text();
}

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& root) {
    const PlistNode sites = root.find("browsingStatistics");
    for (std::uint64_t i = 0; i < sites.size() && !out.stopped(); ++i) {
      const PlistNode s = sites.at(i);
      const auto put = [&](std::optional<std::string_view> relation,
                           std::optional<std::string_view> other) {
        out.row<kFields>(i, moment(s.find("lastSeen")), s.find("PrevalentResourceOrigin").text(),
                         relation, other, s.find("hadUserInteraction").boolean(),
                         moment(s.find("mostRecentUserInteraction")));
      };
      put(std::nullopt, std::nullopt);
      for (const auto& [key, relation] : kRelations)
        for (std::uint64_t k = 0; k < s.find(key).size(); ++k)
          put(relation, site(s.find(key).at(k)));
    }
  });
}

}  // namespace

ARTEFACT(ios_webkit_session_resource_log) = {
    .id = "ios_webkit_session_resource_log",
    .title = "Sites that web views loaded, older log",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::contacted,
    .parse = parse,
    .row = "place of the site in the list",
};

}  // namespace bridle
