// Apps as the phone itself lists them: who installed each and when, what it may do, and the
// certificate that signed it, also without the app's file.
//
//   <package name="com.x" codePath="/data/app/…" ft="18d…" it="18d…" ut="18d…" version="7"
//            userId="10123" or sharedUserId publicFlags="572" installer="com.y" installInitiator=…>
//     <sigs count="1"><cert index="3" key="3082…"/>      the key once, its number from then on
//       <pastSigs><cert index="2" flags="1"/></pastSigs></sigs>
//     <perms><item name="android.permission.CAMERA" granted="true" flags="0"/></perms>
//   <updated-package …>    the system's own version of an app that was updated
// Times are milliseconds in base 16. Binary since Android 12. packages.list, a line for each app:
//   com.x 10123 0 /data/user/0/com.x default:targetSdkVersion=34 3003,1015 0 7 1 com.y
//   user id, may be debugged, data, …, version code, …; since Android 12 who installed it: an app,
//   @system, @product, @null
// Source: AOSP services/core com.android.server.pm Settings (writeLPr, writePackageListLPr).

#include <charconv>
#include <map>
#include <string>
#include <vector>

#include "artefact/dump_text.h"
#include "artefact/xml_events.h"
#include "format/certificate.h"
#include "format/hash.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/system/packages.xml",
    "data/system/packages-backup.xml",
    "data/system/packages.xml.reservecopy",
    "data/system/packages.list",
};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"path", Kind::path, "where its files lie"},
    {"data", Kind::path, "where its data lie"},
    {"installer", Kind::text, "app that installed it; empty if none is known"},
    {"initiator", Kind::text, "app that asked for it"},
    {"originator", Kind::text, "app that the file came from"},
    {"source", Kind::text, "what the installer says: store, local_file, downloaded_file, other"},
    {"uid", Kind::number, "its user id"},
    {"shared", Kind::number, "1 if other apps have that user id, too"},
    {"system", Kind::number, "1 if it came with the phone"},
    {"debuggable", Kind::number, "1 if anybody may look into it while it runs"},
    {"version_code", Kind::number, "number of its version"},
    {"file_time", Kind::time, "when its files were changed"},
    {"installed", Kind::time, "when it was first installed"},
    {"updated", Kind::time, "when it was last updated"},
    {"permissions", Kind::content, "what it was granted when it was installed, one a line"},
    {"certificate_md5", Kind::certificate, "MD5 of a certificate that signed it"},
    {"certificate_sha1", Kind::certificate, "SHA-1 of the certificate"},
    {"certificate_sha256", Kind::certificate, "SHA-256 of the certificate"},
    {"subject", Kind::content, "whom the certificate names"},
    {"certificate_role", Kind::text, "signer, or earlier: before the key was changed"},
    {"replaced", Kind::number, "1 if it is the system's version of an app that was updated"},
};

constexpr std::int64_t kSystemFlag = 1, kDebuggableFlag = 2;
constexpr std::size_t kListColumns = 4, kListColumnsWithInstaller = 10;

std::optional<Time> hex_milliseconds(const XmlEvent& e, std::string_view attribute) {
  const auto text = e[attribute];
  std::int64_t ms{};
  if (!text) return {};
  const auto [end, ec] = std::from_chars(text->data(), text->data() + text->size(), ms, 16);
  if (ec != std::errc{} || end != text->data() + text->size() || ms <= 0) return {};
  return unix_milliseconds(ms);
}

// A certificate that signed an app, read as far as it can be: its hashes do not need its form.
struct Signer {
  std::string md5, sha1, sha256, subject;
};

Signer signer_of(const std::string& bytes) {
  const Bytes b = as_bytes(bytes);
  Signer out{.md5 = hex(as_bytes(hash(Hash::md5, b))),
             .sha1 = hex(as_bytes(hash(Hash::sha1, b))),
             .sha256 = hex(as_bytes(hash(Hash::sha256, b))),
             .subject = {}};
  if (const auto read = certificate(b)) out.subject = read->subject;
  return out;
}

struct Installed {
  std::uint64_t at = 0;
  MaybeText name = {}, path = {}, data = {}, installer = {}, initiator = {}, originator = {};
  std::string source = {}, permissions = {};
  std::optional<std::int64_t> uid = {}, version = {};
  std::optional<bool> shared = {}, system = {}, debuggable = {}, replaced = {};
  std::optional<Time> file_time = {}, installed = {}, updated = {};
};

void put(const Installed& p, const Signer* s, std::string_view role, Rows& out) {
  const auto of = [&](std::string Signer::* member) { return s ? some(s->*member) : std::nullopt; };
  out.row<kFields>(p.at, p.name, p.path, p.data, p.installer, p.initiator, p.originator,
                   some(p.source), p.uid, p.shared, p.system, p.debuggable, p.version, p.file_time,
                   p.installed, p.updated, some(p.permissions), of(&Signer::md5), of(&Signer::sha1),
                   of(&Signer::sha256), of(&Signer::subject), some(role), p.replaced);
}

std::string source_name(std::optional<std::int64_t> source) {
  constexpr std::string_view kSources[] = {"", "other", "store", "local_file", "downloaded_file"};
  if (!source || *source < 0 || *source >= std::ssize(kSources))
    return source ? std::to_string(*source) : "";
  return std::string(kSources[*source]);
}

class Packages {
 public:
  explicit Packages(Rows& out) : out_(out) {}

  void event(const XmlEvent& e) {
    found_ |= e.starts("packages");
    if (e.starts("package") || e.starts("updated-package")) begin(e);
    if (e.starts("pastSigs")) past_ = true;
    if (e.ends("pastSigs")) past_ = false;
    if (e.starts("cert")) signed_by(e);
    if (e.starts("item") && app_) permission(e);
    if ((e.ends("package") || e.ends("updated-package")) && app_) finish();
  }

  void end() {
    if (app_) finish();
    if (!found_) out_.gap(0, "no packages are listed");
  }

 private:
  void begin(const XmlEvent& e) {
    const auto shared = number_of(e, "sharedUserId");
    const auto flags = e["publicFlags"] ? number_of(e, "publicFlags") : number_of(e, "flags");
    app_ = Installed{.at = e.at,
                     .name = e["name"],
                     .path = e["codePath"],
                     .installer = e["installer"],
                     .initiator = e["installInitiator"],
                     .originator = e["installOriginator"],
                     .source = source_name(number_of(e, "packageSource")),
                     .uid = shared ? shared : number_of(e, "userId"),
                     .version = number_of(e, "version"),
                     .shared = shared.has_value(),
                     .replaced = e.name != "package",
                     .file_time = hex_milliseconds(e, "ft"),
                     .installed = hex_milliseconds(e, "it"),
                     .updated = hex_milliseconds(e, "ut")};
    if (flags) {
      app_->system = (*flags & kSystemFlag) != 0;
      app_->debuggable = (*flags & kDebuggableFlag) != 0;
    }
    if (!app_->name) out_.gap(e.at, "a package without its name");
  }

  // Other elements list certificates, too: the first to name one may be a user id that apps share.
  void signed_by(const XmlEvent& e) {
    const auto index = number_of(e, "index");
    if (!index) return out_.gap(e.at, "a certificate without its number");
    if (const auto key = e["key"]) {
      const auto bytes = from_hex(*key);
      if (bytes)
        signers_.insert_or_assign(*index, signer_of(*bytes));
      else
        out_.gap(e.at, "a certificate that is not hex");
    }
    if (app_) of_app_.push_back({.at = e.at, .index = *index, .past = past_});
  }

  void permission(const XmlEvent& e) {
    if (e["granted"].value_or("true") == "true")
      add_line(app_->permissions, e["name"].value_or(""));
  }

  void finish() {
    std::size_t rows = 0;
    for (const Use& use : of_app_) {
      const auto signer = signers_.find(use.index);
      if (signer == signers_.end()) {
        out_.gap(use.at, "a certificate that was not given");
        continue;
      }
      put(*app_, &signer->second, use.past ? "earlier" : "signer", out_);
      ++rows;
    }
    if (rows == 0) put(*app_, nullptr, "", out_);
    app_.reset();
    of_app_.clear();
    past_ = false;
  }

  struct Use {
    std::uint64_t at;
    std::int64_t index;
    bool past;
  };

  Rows& out_;
  std::map<std::int64_t, Signer> signers_;
  std::optional<Installed> app_;
  std::vector<Use> of_app_;
  bool past_ = false;  // the certificates that are listed are earlier ones
  bool found_ = false;
};

void list_line(std::uint64_t at, std::string_view line, Rows& out) {
  const auto cells = split(line, ' ');
  const auto uid = cells.size() < kListColumns ? std::nullopt : number(cells[1]);
  if (!uid) return out.gap(at, "a line that lists no package");
  Installed p{.at = at};
  p.name = cells[0];
  p.uid = uid;
  p.debuggable = cells[2] == "1";
  p.data = some(cells[3]);
  if (cells.size() > 7) p.version = number(cells[7]);
  // Without this column it is not known, which is not the same as none.
  if (cells.size() >= kListColumnsWithInstaller) {
    const std::string_view by = cells[kListColumnsWithInstaller - 1];
    p.system = by == "@system" || by == "@product";
    if (!by.starts_with("@")) p.installer = some(by);
  }
  put(p, nullptr, "", out);
}

Result<void> parse_list(const File& file, Rows& out) {
  Lines lines(*file.content);
  bool found = false;
  while (const auto line = lines.next()) {
    if (trim(*line).empty()) continue;
    list_line(lines.at(), *line, out);
    found = true;
  }
  if (!found) out.gap(0, "no packages are listed");
  if (lines.problem()) return std::unexpected(*lines.problem());
  return {};
}

Result<void> parse(const File& file, Rows& out) {
  if (file.path.ends_with(".list")) return parse_list(file, out);
  return read_xml_events(file, Packages(out));
}

}  // namespace

ARTEFACT(android_installed_packages) = {
    .id = "android_installed_packages",
    .title = "Installed apps, as the phone lists them",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the app's entry begins",
};

}  // namespace bridle
