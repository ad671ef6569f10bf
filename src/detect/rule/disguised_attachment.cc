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
  const auto extension = r.text("extension");
  const bool picture = std::ranges::find(kPictures, extension) != std::end(kPictures);
  if (!picture || (type != "pdf" && type != "psd")) return;
  std::string why = "a file that came with a message is named ." + std::string(extension) +
                    " but is a " + (type == "pdf" ? "PDF" : "Photoshop") + " file";
  if (r.number("jbig2").value_or(0) > 0) why += " with JBIG2 streams, as known attacks used";
  notes.push_back(sign(r, "path", why));
  if (extension == "gif") notes.back().campaign = "Pegasus";
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
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
