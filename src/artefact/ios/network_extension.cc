// VPNs, content filters and proxies that are set up: each can send the phone's traffic elsewhere.
//
// A keyed archive; its object table is told object by object.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "SystemPreferencesDomain:com.apple.networkextension.plist",
    "*:Library/Preferences/com.apple.networkextension*.plist",
    "private/var/preferences/com.apple.networkextension*.plist",
    "logs/Networking/com.apple.networkextension*.plist",
};

constexpr Field kFields[] = {
    {"texts", Kind::content, "texts of one object: names, host names, bundle ids"},
};

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& root) {
    const PlistNode objects = root.find("$objects");
    if (!objects) return out.row<kFields>(0, all_texts(root, *file.arena));
    for (std::uint64_t i = 1; i < objects.size() && !out.stopped(); ++i)
      if (const auto texts = all_texts(objects.at(i), *file.arena); !texts.empty())
        out.row<kFields>(i, texts);
  });
}

}  // namespace

ARTEFACT(ios_network_extension) = {
    .id = "ios_network_extension",
    .title = "VPNs, filters and proxies",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .row = "number of the object",
};

}  // namespace bridle
