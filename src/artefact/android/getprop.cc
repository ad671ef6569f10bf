// System properties: model, version, patch level, boot state, and what spyware set among them.
//
// "[name]: [value]" lines; values may go on over several lines.

#include "artefact/artefact.h"
#include "format/android_properties.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "androidqf:getprop.txt",
    "dumpstate:SYSTEM PROPERTIES",
};

constexpr Field kFields[] = {
    {"name", Kind::text, "name of the property"},
    {"value", Kind::text, "its value"},
};

Result<void> parse(const File& file, Rows& out) {
  bool any = false;
  TRY(read_properties(
      *file.content,
      [&](std::uint64_t at, std::string_view name, std::string_view value) {
        any = true;
        out.row<kFields>(file.begins + at, name, value);
      },
      [&](std::uint64_t at) { out.gap(file.begins + at, "a line that is no property"); }));
  if (!any) return fail(Errc::truncated, "there is no property in it");
  return {};
}

}  // namespace

ARTEFACT(android_getprop) = {
    .id = "android_getprop",
    .title = "System properties",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::usual,
    .row = "byte at which the line begins",
};

}  // namespace bridle
