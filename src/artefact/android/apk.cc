// Apps as files: what each is, may do and listens to, and who signed it, without running it.
//
// An APK is a zip with AndroidManifest.xml (binary XML), resources.arsc, classes*.dex and
// signatures (format/android_manifest.h, apk_signing.h). One row for each certificate that signed
// it.

#include "source/apk.h"

#include <algorithm>
#include <string>

#include "artefact/apk_files.h"
#include "artefact/dump_text.h"
#include "base/text.h"
#include "format/android_manifest.h"
#include "format/apk_signing.h"
#include "format/content_hash.h"
#include "format/resource_table.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"sha256", Kind::hash, "SHA-256 of the file"},
    {"label", Kind::content, "name that it shows"},
    {"version", Kind::text, "name of its version"},
    {"version_code", Kind::number, "number of its version"},
    {"split", Kind::text, "part of the app that this file is, if it is one"},
    {"min_sdk", Kind::text, "oldest Android it runs on"},
    {"target_sdk", Kind::text, "Android it was made for"},
    {"shared_user", Kind::text, "user id that it shares with others"},
    {"debuggable", Kind::number, "1 if anybody may look into it while it runs"},
    {"test_only", Kind::number, "1 if it installs by adb alone"},
    {"launcher", Kind::number, "0 if no icon for it stands among the apps"},
    {"permissions", Kind::content, "what it asks for, one a line"},
    {"listens_to", Kind::content, "what its receivers and services wait for, one a line"},
    {"guards", Kind::content,
     "permissions that callers of its parts need: accessibility and others"},
    {"signed", Kind::text, "scheme that decides: v1, v2, v3, v31; empty if it is not signed"},
    {"verdict", Kind::text, "whether the signature holds, or why not"},
    {"certificate_md5", Kind::certificate, "MD5 of a certificate that signed it"},
    {"certificate_sha1", Kind::certificate, "SHA-1 of the certificate"},
    {"certificate_sha256", Kind::certificate, "SHA-256 of the certificate"},
    {"subject", Kind::content, "whom the certificate names"},
    {"issuer", Kind::content, "who issued it"},
    {"valid_from", Kind::time, "begin of its validity"},
    {"valid_to", Kind::time, "end of its validity"},
    {"java_hash", Kind::text, "its 32-bit hash, as bugreports print it under `signatures`"},
    {"certificate_role", Kind::text, "signer, or earlier: before the key was changed"},
    {"play", Kind::number, "1 if it went through Google Play"},
    {"oddities", Kind::content, "what tools of Android never write, one a line"},
    {"inside", Kind::path, "of an app that lies in another: its file there"},
};

void line(std::string& to, std::string_view text) {
  if (!text.empty()) add_line(to, text);
}

// All that the manifest says, in the words of the row.
struct Said {
  AndroidManifest manifest = {};
  std::string label = {};
  std::optional<bool> debuggable = {}, test_only = {};
  std::string permissions = {}, listens_to = {}, guards = {}, oddities = {};
};

void read_components(Said& said) {
  for (const ManifestPermission& p : said.manifest.permissions) line(said.permissions, p.name);
  for (const ManifestComponent& c : said.manifest.components) {
    line(said.guards, c.permission);
    if (c.kind != ManifestComponent::Kind::receiver && c.kind != ManifestComponent::Kind::service)
      continue;
    for (const IntentFilter& filter : c.filters)
      for (const std::string_view action : filter.actions) line(said.listens_to, action);
  }
  for (const Error& e : said.manifest.oddities) line(said.oddities, e.what);
}

Result<Said> read_manifest(const Apk& apk, Arena& arena, Rows& out) {
  const auto* const member = apk.find("AndroidManifest.xml");
  if (!member) return fail(Errc::missing, "it holds no AndroidManifest.xml");
  const Bytes bytes = TRY(apk.whole(*member, arena));
  Said said{.manifest = TRY(android_manifest(bytes, arena))};
  const AndroidManifest& m = said.manifest;
  if (m.damage) out.gap(member->header_at, m.damage->what);
  std::optional<ResourceTable> table;
  if (const auto* const resources = apk.find("resources.arsc")) {
    const auto packed = apk.whole(*resources, arena);
    auto parsed = packed ? ResourceTable::parse(*packed, arena)
                         : Result<ResourceTable>(std::unexpected(packed.error()));
    if (parsed)
      table = std::move(*parsed);
    else
      out.gap(resources->header_at, parsed.error().what);
  }
  const auto flag = [&](const Stated<bool>& s) {
    return s.value || s.resource == 0 || !table ? s.value : table->boolean(s.resource);
  };
  said.debuggable = flag(m.debuggable);
  said.test_only = flag(m.test_only);
  said.label = m.label.value.value_or("");
  if (said.label.empty() && table) said.label = table->text(m.label.resource).value_or("");
  read_components(said);
  return said;
}

std::string scheme_name(const ApkSchemeSigning* s) {
  return s ? "v" + std::to_string(static_cast<int>(s->scheme)) : "";
}

struct App {
  const Said& said;
  const ApkSigning& signing;
  std::string sha256;
  std::string_view inside;
};

void put(const App& app, const Certificate* c, std::string_view role, Rows& out) {
  const Said& s = app.said;
  const AndroidManifest& m = s.manifest;
  const auto* const decides = app.signing.decisive();
  const std::string scheme = scheme_name(decides);
  const auto of = [&](std::string Certificate::* member) {
    return c ? filled(c->*member) : std::nullopt;
  };
  out.row<kFields>(0, filled(m.package), filled(app.sha256), filled(s.label),
                   m.version_name.value ? filled(*m.version_name.value) : std::nullopt,
                   m.version_code, filled(m.split), filled(m.min_sdk), filled(m.target_sdk),
                   filled(m.shared_user_id), s.debuggable, s.test_only, m.has_launcher() ? 1 : 0,
                   filled(s.permissions), filled(s.listens_to), filled(s.guards), filled(scheme),
                   decides ? std::optional(word(decides->verdict)) : std::nullopt,
                   of(&Certificate::md5), of(&Certificate::sha1), of(&Certificate::sha256),
                   of(&Certificate::subject), of(&Certificate::issuer), c ? c->from : std::nullopt,
                   c ? c->until : std::nullopt, of(&Certificate::java_hash), filled(role),
                   app.signing.play_frosting ? 1 : 0, filled(s.oddities), filled(app.inside));
}

void put_all(const App& app, Rows& out) {
  std::size_t rows = 0;
  if (const auto* const decides = app.signing.decisive())
    for (const ApkSigner& signer : decides->signers) {
      if (!signer.certificates.empty()) put(app, &signer.certificates[0], "signer", out), ++rows;
      for (std::size_t i = 0; i + 1 < signer.lineage.size(); ++i)
        put(app, &signer.lineage[i], "earlier", out), ++rows;
    }
  if (rows == 0) put(app, nullptr, "", out);
}

Result<void> read_app(const Content& content, std::string_view inside, Rows& out);

// Apps that lie in an app, as droppers carry them, one in another.
void read_nested(const Apk& apk, std::string_view inside, Rows& out) {
  constexpr int kDeepest = 3;
  for (const zip::Entry& member : apk.entries()) {
    if (out.stopped() || !glob("**.apk", member.path)) continue;
    if (std::ranges::count(inside, '\n') + 1 >= kDeepest)
      return out.gap(member.header_at, "apps too deep inside each other are not read");
    Arena arena;
    const auto bytes = apk.whole(member, arena);
    const std::string place =
        (inside.empty() ? "" : std::string(inside) + "\n") + std::string(member.path);
    const auto read = bytes ? read_app(MemoryContent(*bytes), place, out)
                            : Result<void>(std::unexpected(bytes.error()));
    if (!read) out.gap(member.header_at, "an app inside: " + std::string(read.error().what));
  }
}

Result<void> read_app(const Content& content, std::string_view inside, Rows& out) {
  const Apk apk = TRY(Apk::open(content));
  Arena arena;
  Said said;
  if (auto read = read_manifest(apk, arena, out))
    said = std::move(*read);
  else
    out.gap(read.error().at, read.error().what);
  ApkSigning signing;
  if (auto read = apk_signing(apk.content(), apk.end(), apk.members(), V1Depth::signatures))
    signing = std::move(*read);
  else
    out.gap(read.error().at, read.error().what);
  put_all({.said = said,
           .signing = signing,
           .sha256 = content_hash(content).value_or(""),
           .inside = inside},
          out);
  read_nested(apk, inside, out);
  return {};
}

Result<void> parse(const File& file, Rows& out) {
  return read_app(*file.content, "", out);
}

}  // namespace

ARTEFACT(android_apk) = {
    .id = "android_apk",
    .title = "Apps as files",
    .reads = kApkFiles,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .row = "always 0: the file as a whole",
    .core_of = "android-apk",
};

}  // namespace bridle
