// Apps on the phone and where each one came from: an app that no store gave out is worth a look.
//
// A backup's Info.plist has a dictionary of apps, each with iTunesMetadata (a property list
// inside), and a list of all that are installed; a file system has one iTunesMetadata.plist for
// each app.

#include <set>
#include <string>

#include "artefact/property_list.h"
#include "base/sha256.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    ":Info.plist",
    "private/var/containers/Bundle/Application/*/iTunesMetadata.plist",
};

constexpr Field kFields[] = {
    {"purchased", Kind::time, "when it was bought"},
    {"app", Kind::app, "its bundle id"},
    {"name", Kind::content, "its name"},
    {"artist", Kind::content, "who sells it"},
    {"version", Kind::text, "its version"},
    {"source", Kind::app, "program that installed it"},
    {"account", Kind::account, "account that bought it"},
    {"item", Kind::number, "its number in the store"},
    {"listed", Kind::number, "1 if it is listed as installed, 0 if not"},
    {"has_metadata", Kind::number, "1 if the store's data on it are there"},
    {"metadata_app", Kind::app, "bundle id in those data, where it differs"},
    {"icon_sha256", Kind::hash, "SHA-256 of its icon"},
};

class Reading {
 public:
  Reading(const File& file, Rows& out) : file_(file), out_(out) {}

  void backup(const PlistNode& root) {
    const PlistNode apps = root.find("Applications");
    const PlistNode installed = root.find("Installed Applications");
    has_list_ = bool{installed};
    for (std::uint64_t i = 0; i < installed.size(); ++i)
      listed_.insert(installed.at(i).text().value_or(""));
    std::set<std::string_view> known;
    for (std::uint64_t i = 0; i < apps.size() && !out_.stopped(); ++i) {
      known.insert(apps.key(i).text().value_or(""));
      one(apps.key(i), apps.at(i));
    }
    for (const std::string_view id : listed_)
      if (!known.contains(id)) put(id, {}, {});
  }

  void metadata(const PlistNode& data) {
    put(data.find("softwareVersionBundleId").text(), data, {});
  }

 private:
  // What cannot be read of one app must not hide the others.
  void one(const PlistNode& key, const PlistNode& app) {
    const auto bytes = app.find("iTunesMetadata").data();
    PlistNode data;
    if (bytes && !bytes->empty()) {
      const auto list = Plist::parse(*bytes, *file_.arena);
      if (list)
        data = list->root();
      else
        out_.gap(app.find("iTunesMetadata").position(), list.error().what);
    }
    put(key.text(), data, app.find("PlaceholderIcon").data());
  }

  void put(std::optional<std::string_view> id, const PlistNode& data, std::optional<Bytes> icon) {
    const PlistNode bought = data.find("com.apple.iTunesStore.downloadInfo");
    const auto own = data.find("softwareVersionBundleId").text();
    std::optional<std::string> hash;
    if (icon && !icon->empty()) hash = hex(sha256(*icon));
    out_.row<kFields>(row_++, moment(bought.find("purchaseDate")), id, data.find("itemName").text(),
                      data.find("artistName").text(), data.find("bundleShortVersionString").text(),
                      data.find("sourceApp").text(),
                      bought.find("accountInfo").find("AppleID").text(),
                      data.find("itemId").integer(), is_listed(id), bool{data},
                      own == id ? std::nullopt : own, hash);
  }

  std::optional<bool> is_listed(std::optional<std::string_view> id) const {
    if (!has_list_ || !id) return {};
    return listed_.contains(*id);
  }

  const File& file_;
  Rows& out_;
  bool has_list_ = false;
  std::set<std::string_view> listed_;
  std::uint64_t row_ = 0;
};

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& root) {
    Reading reading(file, out);
    if (root.find("Applications") || root.find("Installed Applications"))
      reading.backup(root);
    else if (root.find("softwareVersionBundleId") || root.find("itemName"))
      reading.metadata(root);
  });
}

}  // namespace

ARTEFACT(ios_applications) = {
    .id = "ios_applications",
    .title = "Apps",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::usual,
    .row = "place of the app in the list",
};

}  // namespace bridle
