// Native programs that crashed: an exploit that fails crashes the program that it attacks.
//
// Text (FS/data/tombstones/tombstone_NN, sections TOMBSTONE of a bugreport) or protobuf (….pb, of
// the same crash); format/tombstone.h has the layout.

#include "artefact/artefact.h"
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
  for (const std::string& one : all) {
    if (!out.empty()) out += '\n';
    out += one;
  }
  return out;
}

std::optional<std::string_view> some(const std::string& s) {
  return s.empty() ? std::nullopt : std::optional<std::string_view>(s);
}

void put(const File& file, const Tombstone& t, Rows& out) {
  const std::string frames = lines(t.frames), mapped = lines(t.mapped), files = lines(t.files);
  out.row<kFields>(file.begins + t.at, t.time, some(t.command), some(t.name), t.pid, t.tid, t.uid,
                   some(t.signal), some(t.code), some(t.fault_address), some(t.cause),
                   some(t.abort), t.uptime_s, some(frames), some(mapped), some(files), some(t.abi),
                   some(t.fingerprint), some(t.timestamp));
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
