// A film or sound whose metadata of elementary streams state more than they hold: what parses them
// and believes it reads or writes too far.
//
// Source: CVE-2019-11931: WhatsApp overflowed its stack when it parsed just these metadata of an
// MP4. How the file was made was not published: this is what parsers of such metadata stumble over,
// not a known sample. Known false alarms: none among films of ffmpeg; a faulty program may write
// them.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_structure"};
constexpr std::string_view kBenign[] = {"a film that a faulty program wrote", "a damaged film"};

void watch(const Record& r, std::vector<Note>& notes) {
  const std::int64_t odd = r.number("odd_parts").value_or(0);
  if (odd == 0 || (r.text("type") != "mp4" && r.text("type") != "quicktime")) return;
  notes.push_back(sign(r, "path",
                       "a film or sound has " + std::to_string(odd) +
                           " descriptors of elementary streams that are larger than what holds "
                           "them, in the metadata that CVE-2019-11931 in WhatsApp was about"));
}

}  // namespace

RULE(stream_descriptor_overrun) = {
    .id = "stream_descriptor_overrun",
    .sees = "films and sounds whose metadata of elementary streams state more than they hold",
    .source = "CVE-2019-11931",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the message that brought it; crashes of what decodes films soon after",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
