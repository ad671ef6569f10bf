// Programs that give root rights, as AndroidQF found them on the phone.
//
// root_binaries.json: an array of paths.

#include "artefact/json.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"androidqf:root_binaries.json"};

constexpr Field kFields[] = {{"path", Kind::path, "the program"}};

Result<void> parse(const File& file, Rows& out) {
  return read_texts(file, out, [&](std::uint64_t index, std::string_view path) {
    out.row<kFields>(index, path);
  });
}

}  // namespace

ARTEFACT(android_root_binaries) = {
    .id = "android_root_binaries",
    .title = "Programs that give root rights",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = parse,
    .row = "place in the array",
};

}  // namespace bridle
