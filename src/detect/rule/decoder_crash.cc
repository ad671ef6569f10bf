// A messenger, or the service that decodes media for it, crashed in code that reads what others
// send: an exploit that fails, or one that works and leaves, ends so. Crashes of other causes do
// too.
//
// Source: WhatsApp v. NSO, CVE-2019-3568 (VoIP stack of WhatsApp); Unit 42, LANDFALL (2025),
// libimagecodec.quram.so; Google, CVE-2023-4863 (libwebp), CVE-2023-5217 (libvpx), CVE-2025-27363
// (FreeType). The kernel's or the memory tagger's signal counts, a program that stops itself does
// not. Known false alarms: faults without any attack are common; so it is a lead, once for each
// program and library.

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/text.h"
#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_tombstones"};
constexpr std::string_view kBenign[] = {"a fault of the app or of the phone's system"};

constexpr std::array<std::string_view, 12> kReaders = {"com.whatsapp",
                                                       "com.whatsapp.w4b",
                                                       "org.telegram.messenger",
                                                       "org.thoughtcrime.securesms",
                                                       "com.viber.voip",
                                                       "com.facebook.orca",
                                                       "com.google.android.apps.messaging",
                                                       "com.samsung.android.messaging",
                                                       "com.android.mms",
                                                       "media.swcodec",
                                                       "media.extractor",
                                                       "com.samsung.ipservice"};
constexpr std::array<std::string_view, 10> kDecoders = {
    "libwhatsapp.so", "libimagecodec.quram.so", "libwebp",       "libvpx",    "libft2.so",
    "libjpeg",        "libstagefright",         "libmonochrome", "libpdfium", "libhevcdec"};

bool is_reader(std::string_view process) {
  const auto name = process.substr(0, process.find_first_of(" :"));
  return std::ranges::any_of(kReaders, [&](auto reader) {
    return name == reader || name.ends_with("/" + std::string(reader));
  });
}

// In what it crashed: the decoder among the innermost frames.
std::string_view decoder(std::string_view frames) {
  constexpr std::size_t kInnermost = 6;
  const auto lines = split(frames, '\n');
  for (std::size_t i = 0; i < std::min(kInnermost, lines.size()); ++i)
    for (const std::string_view library : kDecoders)
      if (contains(lines[i], "/" + std::string(library))) return library;
  return {};
}

bool by_memory(const Record& r) {
  const auto signal = r.text("signal");
  const auto says = [&](std::string_view word) {
    return contains(r.text("cause"), word) || contains(r.text("abort"), word);
  };
  return contains(signal, "SIGSEGV") || contains(signal, "SIGBUS") || contains(signal, "SIGILL") ||
         says("MTE") || says("GWP-ASan") || says("stack corruption");
}

void watch(const Record& r, std::vector<Note>& notes) {
  const auto library = decoder(r.text("frames"));
  if (library.empty() || !is_reader(r.text("process")) || !by_memory(r)) return;
  Note note = sign(r, "frames", library, r.time("time"));
  note.extra = {std::string(r.text("process"))};
  notes.push_back(std::move(note));
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  std::map<std::tuple<std::size_t, std::string, std::string>, std::vector<std::size_t>> crashes;
  for (std::size_t i = 0; i < notes.size(); ++i)
    crashes[{notes[i].exhibit, notes[i].extra[0], notes[i].what}].push_back(i);
  for (const auto& [where, all] : crashes)
    claims.push_back(
        {.note = all.front(),
         .claim = Class::delivered,
         .why = std::get<1>(where) + " crashed in " + std::get<2>(where) +
                ", which reads what others send" +
                (all.size() > 1 ? ", as " + std::to_string(all.size()) + " records tell" : "")});
}

}  // namespace

RULE(decoder_crash) = {
    .id = "decoder_crash",
    .sees = "crashes of messengers in code that decodes calls, pictures, documents or sound",
    .source = "WhatsApp v. NSO (CVE-2019-3568); Unit 42 (2025), LANDFALL; Google (2023)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "a call or a file from an unknown account just before the time of the crash",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
