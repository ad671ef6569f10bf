#include <cstddef>
#include <cstdint>

#include "format/plist.h"

namespace bridle {
namespace {

void visit(const PlistNode& node, int depth, int& budget) {
  if (depth > 50 || --budget < 0) return;
  node.boolean();
  node.integer();
  node.real();
  node.date();
  node.text();
  node.data();
  node.uid();
  node.find("NS.objects");
  for (std::uint64_t i = 0; i < node.size() && budget > 0; ++i) {
    visit(node.key(i), depth + 1, budget);
    visit(node.at(i), depth + 1, budget);
  }
}

}  // namespace
}  // namespace bridle

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto bytes = std::as_bytes(std::span(data, size));
  salvage_strings(bytes, [](std::uint64_t, std::string_view) {});
  Arena arena;
  const auto list = Plist::parse(bytes, arena);
  int budget = 10'000;
  if (list) visit(list->root(), 0, budget);
  return 0;
}
