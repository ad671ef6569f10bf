#include <cstdint>
#include <cstdlib>

#include "base/bytes.h"
#include "detect/indicator/url_finder.h"

namespace {

struct Inside : bridle::FoundSink {
  explicit Inside(std::string_view all) : text(all) {}
  void on(const bridle::Found& found) override {
    const bool inside = found.text.data() >= text.data() &&
                        found.text.data() + found.text.size() <= text.data() + text.size();
    if (!inside) std::abort();  // cites what is not there
  }
  std::string_view text;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = bridle::as_text(std::as_bytes(std::span(data, size)));
  Inside inside(text);
  bridle::find_urls(text, inside);
  return 0;
}
