#include <cstddef>
#include <cstdint>

#include "format/pdf_survey.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pdf = bridle::Pdf::read(std::as_bytes(std::span(data, size)));
  if (!pdf) return 0;
  (void)bridle::pdf_survey(*pdf);
  (void)bridle::pdf_pictures(*pdf);
  (void)bridle::each_pdf_font(*pdf, [](const auto&, const auto&) {});
  return 0;
}
