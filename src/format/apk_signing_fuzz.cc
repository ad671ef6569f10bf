#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "format/apk_reader.h"
#include "format/apk_signing.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const Bytes bytes = std::as_bytes(std::span(data, size));
  const auto apk = ApkReader::open(std::string(as_text(bytes)));
  if (!apk) return 0;
  ApkMembers members = apk->members();
  members.read = [&](const zip::Entry& member, const std::function<void(Bytes)>& sink) {
    if (member.size > 1 << 16) return Result<void>(fail(Errc::too_large, "too large to fuzz"));
    return apk->read(member, sink);
  };
  (void)apk_signing(MemoryContent(bytes), apk->end, members, V1Depth::members);
  return 0;
}
