// A file that came with a message and is named as a picture but is a PDF or a Photoshop file: the
// name makes the phone show it by itself, the content goes to another parser.
//
// Source: Citizen Lab on FORCEDENTRY (2021): .gif files that were PSD, or PDF with JBIG2 streams.
// Known false alarms: photos whose name and format differ (heic named jpg): they do not fire.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_attachment_files"};
constexpr std::string_view kBenign[] = {"a document that somebody renamed by hand"};
constexpr std::string_view kPictures[] = {"gif",  "jpg",  "jpeg", "png",
                                          "heic", "webp", "tif",  "tiff"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto type = r.text("type");
  const bool picture = std::ranges::find(kPictures, r.text("extension")) != std::end(kPictures);
  if (!picture || (type != "pdf" && type != "psd")) return;
  notes.push_back({.what = std::string(type),
                   .field = "path",
                   .value = std::string(r.text("path")),
                   .extra = {std::string(r.text("extension")),
                             r.number("jbig2").value_or(0) > 0 ? "jbig2" : ""}});
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& n = notes[i];
    std::string why = "a file that came with a message is named ." + n.extra[0] + " but is a " +
                      (n.what == "pdf" ? "PDF" : "Photoshop") + " file";
    if (!n.extra[1].empty()) why += " with JBIG2 streams, as known attacks used";
    claims.push_back({.note = i,
                      .claim = Class::delivered,
                      .level = Level::lead,
                      .why = std::move(why),
                      .campaign = n.extra[0] == "gif" ? "Pegasus" : ""});
  }
}

}  // namespace

RULE(disguised_attachment) = {
    .id = "disguised_attachment",
    .sees = "files that came with messages, named as pictures, that are PDF or Photoshop files",
    .source = "Citizen Lab, FORCEDENTRY (2021)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "crashes of IMTranscoderAgent soon after; the file itself, by an analyst",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
