#include "format/dng_opcodes.h"

#include <algorithm>

#include "base/reader.h"

namespace bridle {
namespace {

constexpr std::uint32_t kTrimBounds = 6, kMapTable = 7, kMapPolynomial = 8, kGainMap = 9,
                        kScalePerColumn = 13;
constexpr std::uint64_t kHead = 16;        // of one opcode
constexpr std::uint64_t kLeastPlanes = 4;  // a list may follow the making of colours
constexpr std::uint32_t kMostEntries = 65'536, kMostDegree = 8;  // of the specification

// Null if the area lies in the picture.
const char* odd_area(Reader& in, const DngBounds& bounds) {
  const std::uint32_t top = in.u32be(), left = in.u32be(), bottom = in.u32be(), right = in.u32be();
  if (in.failed()) return "an opcode is too short for its area";
  if (top > bottom || left > right) return "an opcode's area is turned around";
  if (bottom > bounds.height || right > bounds.width) return "an opcode's area leaves the picture";
  return nullptr;
}

const char* odd_planes(Reader& in, const DngBounds& bounds) {
  const std::uint64_t first = in.u32be(), planes = in.u32be();
  const std::uint64_t most = std::max(bounds.planes, kLeastPlanes);
  if (first >= most || first + planes > most) return "an opcode takes planes that there are not";
  const std::uint32_t rows = in.u32be(), columns = in.u32be();
  if (in.failed()) return "an opcode is too short for its area";
  return rows == 0 || columns == 0 ? "an opcode goes in steps of nothing" : nullptr;
}

// Whether so many values of a size are left; each factor is at most 32 bits wide.
const char* odd_values(const Reader& in, std::uint64_t count, std::uint64_t size) {
  return in.failed() || count > in.left() / size ? "an opcode states more values than it holds"
                                                 : nullptr;
}

const char* odd_gains(Reader& in) {
  const std::uint64_t rows = in.u32be(), columns = in.u32be();
  in.take(32);
  const std::uint64_t planes = in.u32be();
  if (const char* const why = odd_values(in, rows * columns, 4)) return why;
  return odd_values(in, rows * columns * planes, 4);  // the product of two fits the file already
}

const char* odd(std::uint32_t id, Bytes bytes, const DngBounds& bounds) {
  if (id < kTrimBounds || id > kScalePerColumn) return nullptr;
  Reader in(bytes);
  if (const char* const why = odd_area(in, bounds)) return why;
  if (id == kTrimBounds) return nullptr;
  if (const char* const why = odd_planes(in, bounds)) return why;
  if (id == kGainMap) return odd_gains(in);
  const std::uint32_t count = in.u32be();
  if (id == kMapTable)
    return count > kMostEntries ? "an opcode's table is too large" : odd_values(in, count, 2);
  if (id == kMapPolynomial)
    return count > kMostDegree ? "an opcode's degree is too high" : odd_values(in, count + 1, 8);
  return odd_values(in, count, 4);
}

}  // namespace

DngOpcodes dng_opcodes(Bytes list, const DngBounds& bounds) {
  DngOpcodes out;
  const auto note = [&](const char* why, std::uint64_t at) {
    if (out.odd++ > 0) return;
    out.why = why;
    out.at = at;
  };
  Reader in(list);
  const std::uint64_t stated = in.u32be();
  if (in.failed() || stated > in.left() / kHead) note("a list states more opcodes than fit", 0);
  while (out.count < stated && !in.at_end()) {
    const std::uint64_t at = in.pos();
    const std::uint32_t id = in.u32be();
    in.take(8);
    const Bytes bytes = in.take(in.u32be());
    if (in.failed()) {
      note("an opcode reaches past its list", at);
      break;
    }
    ++out.count;
    if (const char* const why = odd(id, bytes, bounds)) note(why, at);
  }
  if (out.odd == 0 && out.count < stated) note("a list ends before its last opcode", in.pos());
  return out;
}

}  // namespace bridle
