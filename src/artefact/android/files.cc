// Files that lay on the phone, as AndroidQF's collector, or `find`, listed them.
//
// files.json: an array, or lines, of {path, size, mode, user_id, user_name, group_id, group_name,
// changed_time, modified_time, access_time (seconds since 1970), context, error, sha1, sha256,
// sha512, md5 (mostly empty)}. Where only `find` was there, words of a name that had blanks are
// joined by "/".

#include "artefact/json.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"androidqf:files.json"};

constexpr Field kFields[] = {
    {"path", Kind::path, "the file"},
    {"size", Kind::number, "its size in bytes"},
    {"mode", Kind::text, "its permissions"},
    {"user", Kind::text, "name of its owner"},
    {"uid", Kind::number, "number of its owner"},
    {"group", Kind::text, "name of its group"},
    {"gid", Kind::number, "number of its group"},
    {"context", Kind::text, "its SELinux label"},
    {"modified", Kind::time, "when its content was changed"},
    {"changed", Kind::time, "when its content or its properties were changed"},
    {"accessed", Kind::time, "when it was read"},
    {"md5", Kind::hash, "its MD5"},
    {"sha1", Kind::hash, "its SHA-1"},
    {"sha256", Kind::hash, "its SHA-256"},
    {"error", Kind::text, "what went wrong when it was listed"},
};

std::optional<Time> seconds(const JsonObject& o, std::string_view name) {
  const auto s = json_number(o, name);
  return s && *s != 0 ? unix_seconds(static_cast<double>(*s)) : std::nullopt;
}

Result<void> parse(const File& file, Rows& out) {
  return read_objects(file, out, [&](std::uint64_t at, const JsonObject& f) {
    out.row<kFields>(at, json_text(f, "path"), json_number(f, "size"), json_text(f, "mode"),
                     json_text(f, "user_name"), json_number(f, "user_id"),
                     json_text(f, "group_name"), json_number(f, "group_id"),
                     json_text(f, "context"), seconds(f, "modified_time"),
                     seconds(f, "changed_time"), seconds(f, "access_time"), json_text(f, "md5"),
                     json_text(f, "sha1"), json_text(f, "sha256"), json_text(f, "error"));
  });
}

}  // namespace

ARTEFACT(android_files) = {
    .id = "android_files",
    .title = "Files on the phone, as AndroidQF lists them",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = parse,
    .expect = Expect::usual,
    .row = "byte at which the file's entry begins",
};

}  // namespace bridle
