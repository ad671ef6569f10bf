#include "format/all_text.h"
#include "format/keyed_archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto bytes = std::as_bytes(std::span(data, size));
  Arena arena;
  static_cast<void>(all_text(bytes, arena, [](std::string_view) {}));
  const auto list = Plist::parse(bytes, arena);
  if (!list) return 0;
  const auto archive = KeyedArchive::open(*list);
  if (!archive) return 0;
  const Archived root = archive->root();
  root.class_name();
  root.text();
  root.data();
  root.date();
  root.find("x");
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(root.size(), 100); ++i) {
    root.key(i).text();
    root.at(i).member("NS.objects").class_name();
  }
  return 0;
}
