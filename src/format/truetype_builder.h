// For tests: TrueType fonts of a few tables.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "format/jbig2_builder.h"

namespace bridle {

using FontTables = std::vector<std::pair<std::string, std::string>>;

// The tables behind a directory that begins at `at` of its file.
inline std::string font_of(const FontTables& tables, std::size_t at = 0,
                           const std::string& tag = std::string("\0\1\0\0", 4)) {
  std::string directory = tag + big(tables.size(), 2) + std::string(6, '\0'), data;
  const std::size_t begins = at + 12 + 16 * tables.size();
  for (const auto& [name, bytes] : tables) {
    directory += name + big(0, 4) + big(begins + data.size(), 4) + big(bytes.size(), 4);
    data += bytes;
  }
  return directory + data;
}

// A letter of one outline with one point, or without outlines if the program is empty.
inline std::string simple_glyph(const std::string& program) {
  return big(1, 2) + std::string(8, '\0') + big(0, 2) + big(program.size(), 2) + program;
}

// Letters with these bytes, and how they are listed: in `width` bytes, 2 or 4, each.
inline FontTables letters(const std::vector<std::string>& glyphs, int width = 4) {
  std::string glyf, loca;
  for (const std::string& glyph : glyphs) {
    loca += width == 4 ? big(glyf.size(), 4) : big(glyf.size() / 2, 2);
    glyf += glyph;
    if (glyf.size() % 2 == 1) glyf += '\0';
  }
  loca += width == 4 ? big(glyf.size(), 4) : big(glyf.size() / 2, 2);
  return {{"head", std::string(50, '\0') + big(width == 4 ? 1 : 0, 2) + big(0, 2)},
          {"maxp", big(0x10000, 4) + big(glyphs.size(), 2)},
          {"loca", loca},
          {"glyf", glyf}};
}

}  // namespace bridle
