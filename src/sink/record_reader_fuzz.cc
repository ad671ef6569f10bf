// A file of records, which a case folder that somebody sent may hold.
#include <cstddef>
#include <cstdint>

#include "sink/record_reader.h"
#include "source/archive_store.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto file = memory_file();
  if (!file || !append(*file, std::as_bytes(std::span(data, size)))) return 0;
  auto records = RecordReader::open("/proc/self/fd/" + std::to_string(file->get()));
  if (!records) return 0;
  for (auto record = records->next(); record && *record;) record = records->next();
  return 0;
}
