// Native programs that crashed: an exploit that fails crashes the program that it attacks.
//
// Text (FS/data/tombstones/tombstone_NN, sections TOMBSTONE of a bugreport) or protobuf (….pb, of
// the same crash); format/tombstone.h has the layout.

#include "artefact/dump_text.h"
#include "format/tombstone.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "bugreport:FS/data/tombstones/tombstone_*",
    "bugreport:FS/data/vendor/tombstones/**",
    "dumpstate:TOMBSTONE",
    "data/tombstones/tombstone_*",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it crashed"},
    {"process", Kind::process, "command line of the program"},
    {"thread", Kind::process, "name of the thread that crashed"},
    {"pid", Kind::number, "number of the process"},
    {"tid", Kind::number, "number of the thread"},
    {"uid", Kind::number, "user id that it ran under"},
    {"signal", Kind::text, "the signal that ended it"},
    {"code", Kind::text, "code of the signal, and who sent it"},
    {"fault_address", Kind::text, "address that it could not reach"},
    {"cause", Kind::content, "what the system took for the cause"},
    {"abort", Kind::content, "what the program said at its end"},
    {"uptime", Kind::number, "seconds since the program had started"},
    {"frames", Kind::content, "where it stood, the innermost first, one a line"},
    {"mapped", Kind::content, "files and memory that were mapped, one a line"},
    {"files", Kind::content, "files that were open, one a line"},
    {"abi", Kind::text, "sort of processor"},
    {"fingerprint", Kind::text, "build of the system"},
    {"shown", Kind::text, "the time as written"},
};

std::string lines(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& one : all) add_line(out, one);
  return out;
}

void put(const File& file, const Tombstone& t, Rows& out) {
  const std::string frames = lines(t.frames), mapped = lines(t.mapped), files = lines(t.files);
  out.row<kFields>(file.begins + t.at, t.time, filled(t.command), filled(t.name), t.pid, t.tid,
                   t.uid, filled(t.signal), filled(t.code), filled(t.fault_address),
                   filled(t.cause), filled(t.abort), t.uptime_s, filled(frames), filled(mapped),
                   filled(files), filled(t.abi), filled(t.fingerprint), filled(t.timestamp));
}

Result<void> parse(const File& file, Rows& out) {
  if (file.path.ends_with(".pb")) {
    const Bytes bytes = TRY(file.bytes());
    put(file, TRY(tombstone_of_protobuf(bytes)), out);
    return {};
  }
  const auto all = TRY(tombstones_of_text(*file.content));
  for (const Tombstone& t : all) put(file, t, out);
  if (all.empty()) out.gap(file.begins, "no tombstone begins in it");
  return {};
}

}  // namespace

ARTEFACT(android_tombstones) = {
    .id = "android_tombstones",
    .title = "Native programs that crashed",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .row = "byte at which it begins",
};

}  // namespace bridle
