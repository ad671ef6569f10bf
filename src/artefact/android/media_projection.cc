// Which app recorded or showed the screen elsewhere when the report was made.
//
//   Media Projection:
//   (com.x, uid=10123): TYPE_SCREEN_CAPTURE          or null
// Source: AOSP services/core com.android.server.media.projection MediaProjectionManagerService.

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:media_projection"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"uid", Kind::number, "its user id"},
    {"type", Kind::text, "TYPE_SCREEN_CAPTURE, TYPE_MIRRORING or TYPE_PRESENTATION"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    found_ |= text.starts_with("Media Projection:");
    if (!found_ || !text.starts_with('(')) return;
    const auto package = between(text, "(", ", uid=");
    if (!package) return out_.gap(at, "a recording of the screen that cannot be read");
    const std::size_t colon = text.find("): ");
    const MaybeText kind =
        colon == std::string_view::npos ? std::nullopt : std::optional(text.substr(colon + 3));
    out_.row<kFields>(at, package, number(between(text, ", uid=", ")").value_or("")), kind);
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "it does not say who records the screen");
  }

 private:
  Rows& out_;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_media_projection) = {
    .id = "android_media_projection",
    .title = "Recording of the screen",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
