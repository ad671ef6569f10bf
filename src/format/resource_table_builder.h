// For tests: resources.arsc with one package, 0x7f, of types "string" (1) and "bool" (2).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "format/axml_builder.h"

namespace bridle {

struct ResourceTableBuilder {
  using B = AxmlBuilder;

  static std::string pool(const std::vector<std::string>& texts) {
    std::string offsets, units;
    for (const std::string& s : texts) {
      offsets += B::u32(units.size());
      units += std::string(2, static_cast<char>(s.size())) + s + '\0';
    }
    units.resize((units.size() + 3) / 4 * 4);
    return B::chunk(
        0x0001,
        B::u32(texts.size()) + B::u32(0) + B::u32(1 << 8) + B::u32(28 + offsets.size()) + B::u32(0),
        offsets + units);
  }
  static std::string value(std::uint8_t type, std::uint32_t data, std::uint32_t key = 0) {
    return B::u16(8) + B::u16(0) + B::u32(key) + B::u16(8) + '\0' + static_cast<char>(type) +
           B::u32(data);
  }
  static std::string compact(std::uint8_t type, std::uint32_t data, std::uint16_t key = 0) {
    return B::u16(key) + '\x08' + static_cast<char>(type) + B::u32(data);
  }

  // Entries of one type; `index` as the flags say. The language of the configuration may be "".
  struct Kind {
    std::uint8_t id, flags;
    std::string language{};
  };
  void type(const Kind& kind, std::size_t count, std::string index, const std::string& entries) {
    std::string configuration(60, '\0');
    configuration.replace(4, kind.language.size(), kind.language);
    index.resize((index.size() + 3) / 4 * 4);
    const std::string head =
        std::string{static_cast<char>(kind.id), static_cast<char>(kind.flags)} + B::u16(0) +
        B::u32(count) + B::u32(20 + 64 + index.size()) + B::u32(64) + configuration;
    types += B::chunk(0x0201, head, index + entries);
  }

  std::string make(const std::vector<std::string>& texts) const {
    const std::string names = pool({"string", "bool"}), keys = pool({"app_name", "other"});
    const std::string head = B::u32(0x7f) + std::string(256, '\0') + B::u32(288) + B::u32(0) +
                             B::u32(288 + names.size()) + B::u32(0) + B::u32(0);
    return B::chunk(0x0002, B::u32(1), pool(texts) + B::chunk(0x0200, head, names + keys + types));
  }

  std::string types{};
};

}  // namespace bridle
