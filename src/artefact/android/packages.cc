// Apps as AndroidQF collected them: who installed each, the hashes of its files and the certificate
// that signed them.
//
// packages.json: an array of {name, installer, uid, disabled, system, third_party, files: [{path,
// local_name, md5, sha1, sha256, sha512, error, certificate: {Md5, Sha1, Sha256, ValidFrom,
// ValidTo, Issuer, Subject, SignatureAlgorithm, SerialNumber}, …}]}. Hashes are empty with -fast,
// the certificate is empty in encrypted acquisitions: not measured, which is not the same as no
// match.

#include "artefact/json.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"androidqf:packages.json"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"installer", Kind::text, "app that installed it; empty if none is known"},
    {"uid", Kind::number, "its user id"},
    {"system", Kind::number, "1 if it came with the phone"},
    {"third_party", Kind::number, "1 if it did not"},
    {"disabled", Kind::number, "1 if it is switched off"},
    {"path", Kind::path, "file of the app; one row for each"},
    {"md5", Kind::hash, "MD5 of that file"},
    {"sha1", Kind::hash, "its SHA-1"},
    {"sha256", Kind::hash, "its SHA-256"},
    {"sha512", Kind::text, "its SHA-512"},
    {"certificate_md5", Kind::certificate, "MD5 of the certificate that signed it"},
    {"certificate_sha1", Kind::certificate, "SHA-1 of the certificate"},
    {"certificate_sha256", Kind::certificate, "SHA-256 of the certificate"},
    {"subject", Kind::content, "whom the certificate names"},
    {"issuer", Kind::content, "who issued it"},
    {"valid_from", Kind::text, "begin of its validity"},
    {"valid_to", Kind::text, "end of its validity"},
    {"trusted", Kind::number, "1 if AndroidQF knows the certificate as a vendor's"},
    {"error", Kind::text, "what went wrong when the file was collected"},
};

std::optional<std::string_view> installer(const JsonObject& package) {
  const auto name = json_text(package, "installer");
  return name == "null" ? std::nullopt : name;
}

void put(std::uint64_t at, const JsonObject& package, const MaybeObject& file, Rows& out) {
  const auto c = json_object(file, "certificate");
  const auto error = json_text(file, "error");
  out.row<kFields>(at, json_text(package, "name"), installer(package), json_number(package, "uid"),
                   json_flag(package, "system"), json_flag(package, "third_party"),
                   json_flag(package, "disabled"), json_text(file, "path"), json_text(file, "md5"),
                   json_text(file, "sha1"), json_text(file, "sha256"), json_text(file, "sha512"),
                   json_text(c, "Md5"), json_text(c, "Sha1"), json_text(c, "Sha256"),
                   json_text(c, "Subject"), json_text(c, "Issuer"), json_text(c, "ValidFrom"),
                   json_text(c, "ValidTo"), json_flag(file, "trusted_certificate"),
                   error ? error : json_text(file, "certificate_error"));
}

Result<void> parse(const File& file, Rows& out) {
  return read_objects(file, out, [&](std::uint64_t at, const JsonObject& package) {
    const auto files = json_array(package, "files");
    for (const JsonValue& entry : files) put(at, package, as_object(entry), out);
    if (files.empty()) put(at, package, {}, out);
  });
}

}  // namespace

ARTEFACT(android_packages) = {
    .id = "android_packages",
    .title = "Installed apps, as AndroidQF lists them",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::core,
    .row = "byte at which the app's entry begins",
};

}  // namespace bridle
