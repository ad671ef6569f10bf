// Every file and folder of the backup, with its times on the phone: attacks left files and empty
// folders.
//
// `file` is the keyed archive of an MBFile; its times are seconds since 1970. Web sites' data lie
// in files named after the site, such as https_site.example_0.localstorage.

#include <algorithm>
#include <array>
#include <iterator>

#include "artefact/sqlite.h"
#include "source/tree.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    ":Manifest.db",
};

constexpr Field kFields[] = {
    {"modified", Kind::time, "when its content was last changed",
     "archive_time(f.file, 'LastModified')"},
    {"changed", Kind::time, "when its name, place or rights were last changed",
     "archive_time(f.file, 'LastStatusChange')"},
    {"born", Kind::time, "when it was made", "archive_time(f.file, 'Birth')"},
    {"path", Kind::path, "where it lay on the phone, if its domain has a fixed place",
     "d.place || f.relativePath"},
    {"relative_path", Kind::path, "path in its domain, if that has no fixed place",
     "CASE WHEN d.place IS NULL THEN f.relativePath END"},
    {"domain", Kind::text, "the domain", "f.domain"},
    {"site", Kind::domain, "site that the data belong to, by the file's name",
     "CASE WHEN instr(f.relativePath, '/https_') > 0 THEN "
     "substr(substr(f.relativePath, instr(f.relativePath, '/https_') + 7), 1, "
     "instr(substr(f.relativePath, instr(f.relativePath, '/https_') + 7) || '_', "
     "'_') - 1) WHEN instr(f.relativePath, '/http_') > 0 THEN "
     "substr(substr(f.relativePath, instr(f.relativePath, '/http_') + 6), 1, "
     "instr(substr(f.relativePath, instr(f.relativePath, '/http_') + 6) || '_', '_') "
     "- 1) END"},
    {"file_id", Kind::text, "SHA-1 of domain and path: its name in the backup", "f.fileID"},
    {"flags", Kind::number, "1 file, 2 folder, 4 link", "f.flags"},
    {"bytes", Kind::number, "its size", "archive_value(f.file, 'Size')"},
    {"mode", Kind::number, "its rights", "archive_value(f.file, 'Mode')"},
    {"owner", Kind::number, "id of its owner", "archive_value(f.file, 'UserID')"},
    {"protection", Kind::number, "class of its protection",
     "archive_value(f.file, 'ProtectionClass')"},
    {"target", Kind::path, "where a link leads to", "archive_value(f.file, 'Target')"},
    {"missing", Kind::number, "1 if it is a file that the exhibit does not hold"},
};

constexpr Query kQueries[] = {
    {.from = "Files f LEFT JOIN (SELECT column1 AS domain, column2 AS place FROM (VALUES "
             "('HomeDomain', '/private/var/mobile/'), "
             "('MediaDomain', '/private/var/mobile/'), "
             "('CameraRollDomain', '/private/var/mobile/'), "
             "('KeyboardDomain', '/private/var/mobile/'), "
             "('TonesDomain', '/private/var/mobile/'), "
             "('HomeKitDomain', '/private/var/mobile/'), "
             "('HealthDomain', '/private/var/mobile/Library/'), "
             "('BooksDomain', '/private/var/mobile/Media/Books/'), "
             "('RootDomain', '/private/var/root/'), "
             "('WirelessDomain', '/private/var/wireless/'), "
             "('SystemPreferencesDomain', '/private/var/preferences/'), "
             "('ManagedPreferencesDomain', '/private/var/Managed Preferences/'), "
             "('KeychainDomain', '/private/var/Keychains/'), "
             "('DatabaseDomain', '/private/var/db/'), "
             "('ProtectedDomain', '/private/var/protected/'), "
             "('MobileDeviceDomain', '/private/var/MobileDevice/'), "
             "('NetworkDomain', '/private/var/networkd/'), "
             "('InstallDomain', '/private/var/installd/'))) d ON d.domain = f.domain",
     .row = "f.rowid"},
};

consteval std::size_t place_of(std::string_view field) {
  return static_cast<std::size_t>(std::ranges::find(kFields, field, &Field::name) -
                                  std::begin(kFields));
}

// What SQL cannot know: which of the files are there.
class WithMissing : public Rows {
 public:
  WithMissing(const Tree& tree, Rows& out) : tree_(tree), out_(out) {}

  void push(RowOrigin origin, std::span<const Value> values) override {
    std::ranges::copy(values, values_.begin());
    const auto* const flags = std::get_if<std::int64_t>(&values[place_of("flags")]);
    const auto* const id = std::get_if<std::string_view>(&values[place_of("file_id")]);
    if (flags != nullptr && *flags == 1 && id != nullptr)
      values_[place_of("missing")] = std::int64_t{!tree_.holds(*id)};
    out_.push(origin, values_);
  }
  void gap(std::uint64_t at, std::string_view why) override { out_.gap(at, why); }
  bool stopped() const override { return out_.stopped(); }

 private:
  const Tree& tree_;
  Rows& out_;
  std::array<Value, std::size(kFields)> values_;
};

Result<void> parse(const File& file, Rows& out) {
  if (file.tree == nullptr) return sqlite_rows(file, kQueries, kFields, out);
  WithMissing rows(*file.tree, out);
  return sqlite_rows(file, kQueries, kFields, rows);
}

}  // namespace

ARTEFACT(ios_manifest) = {
    .id = "ios_manifest",
    .title = "Files of the backup",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = parse,
    .expect = Expect::core,
    .row = "rowid of Files",
    .table = "Files",
};

}  // namespace bridle
