// Every artefact: its id and a line end, then the file that it reads. Seeds are the fixtures in
// test/artefact (tools/fuzz.py).
#include <cstddef>
#include <cstdint>

#include "artefact/called.h"
#include "record/nowhere.h"
#include "source/case_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto all = as_text(std::as_bytes(std::span(data, size)));
  const auto id = all.substr(0, all.find('\n'));
  const Artefact* const found = artefact_called(id);
  if (id.size() == all.size() || !found) return 0;
  const MemoryContent content(as_bytes(all.substr(id.size() + 1)));
  const CaseFiles none({});
  Arena arena;
  Nowhere out;
  const File file{
      .domain = "HomeDomain", .path = "x", .content = &content, .arena = &arena, .files = &none};
  (void)found->parse(file, out);
  return 0;
}
