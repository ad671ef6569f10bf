// File systems that were mounted, and whether they could be written to: on an untouched phone the
// system's own are read-only.
//
// mounts.json: an array of lines of `mount` ("dev on point type fs (options)") and of /proc/mounts
// ("dev point fs options 0 0"). FS/proc/<pid>/mountinfo: "id parent major:minor root point options
// - fs source super-options"; https://docs.kernel.org/filesystems/proc.html

#include "artefact/dump_text.h"
#include "artefact/json.h"
#include "base/text.h"
#include "format/lines.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "androidqf:mounts.json",
    "bugreport:FS/proc/*/mountinfo",
};

constexpr Field kFields[] = {
    {"point", Kind::path, "where it is mounted"},
    {"device", Kind::path, "what is mounted"},
    {"type", Kind::text, "its file system"},
    {"options", Kind::text, "how it is mounted"},
    {"super_options", Kind::text, "how its file system was opened, where that is known"},
};

struct Mount {
  std::string_view device, point, type, options, super_options = {};
};

std::optional<Mount> of_mount(std::string_view line) {
  const auto on = line.find(" on ");
  const auto type = line.rfind(" type ");
  if (on == std::string_view::npos || type == std::string_view::npos || type < on + 4) return {};
  const auto rest = line.substr(type + 6);
  const auto options = between(rest, "(", ")");
  return Mount{.device = line.substr(0, on),
               .point = line.substr(on + 4, type - on - 4),
               .type = trim(rest.substr(0, rest.find('('))),
               .options = options.value_or("")};
}

std::optional<Mount> of_proc_mounts(std::string_view line) {
  const auto words = split(line, ' ');
  if (words.size() < 4) return {};
  return Mount{.device = words[0], .point = words[1], .type = words[2], .options = words[3]};
}

std::optional<Mount> of_mountinfo(std::string_view line) {
  const auto middle = line.find(" - ");
  if (middle == std::string_view::npos) return {};
  const auto first = split(line.substr(0, middle), ' ');
  const auto second = split(line.substr(middle + 3), ' ');
  if (first.size() < 6 || second.size() < 3) return {};
  return Mount{.device = second[1],
               .point = first[4],
               .type = second[0],
               .options = first[5],
               .super_options = second[2]};
}

void put(std::uint64_t at, const std::optional<Mount>& m, Rows& out) {
  if (!m) return out.gap(at, "a line that is no mount");
  out.row<kFields>(at, m->point, m->device, m->type, filled(m->options), filled(m->super_options));
}

Result<void> parse(const File& file, Rows& out) {
  if (file.path.ends_with(".json"))
    return read_texts(file, out, [&](std::uint64_t index, std::string_view line) {
      const auto mount = of_mount(line);
      if (!trim(line).empty()) put(index, mount ? mount : of_proc_mounts(line), out);
    });
  Lines lines(*file.content);
  if (file.content->size() == 0) return fail(Errc::truncated, "the file is empty");
  while (const auto line = lines.next())
    if (!trim(*line).empty()) put(lines.at(), of_mountinfo(*line), out);
  if (lines.problem()) return std::unexpected(*lines.problem());
  return {};
}

}  // namespace

ARTEFACT(android_mounts) = {
    .id = "android_mounts",
    .title = "Mounted file systems",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = parse,
    .row = "place in the array, or byte at which the line begins",
};

}  // namespace bridle
