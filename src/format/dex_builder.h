// For tests: a DEX file of texts, types, methods and classes.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace bridle {

struct DexBuilder {
  std::string version = "035";
  std::vector<std::string> strings{};
  std::vector<std::uint32_t> types{};                              // numbers of strings
  std::vector<std::pair<std::uint32_t, std::uint32_t>> methods{};  // type, string
  std::vector<std::pair<std::uint32_t, std::uint32_t>> classes{};  // type, superclass
  std::uint32_t begins_at = 0;                                     // in a container

  static std::string u32(std::uint64_t v) {
    std::string out;
    for (unsigned i = 0; i < 4; ++i) out += static_cast<char>(v >> (8 * i) & 0xff);
    return out;
  }

  std::string make() const {
    const std::uint32_t header = version == "041" ? 0x78 : 0x70;
    const auto tables = static_cast<std::uint32_t>(4 * strings.size() + 4 * types.size() +
                                                   8 * methods.size() + 32 * classes.size());
    std::string ids, body, texts;
    for (const std::string& s : strings) {
      ids += u32(begins_at + header + tables + texts.size());
      texts += static_cast<char>(s.size()) + s + '\0';
    }
    for (const auto type : types) body += u32(type);
    for (const auto& [type, name] : methods) body += u32(type) + u32(name);
    for (const auto& [type, parent] : classes)
      body += u32(type) + u32(1) + u32(parent) + u32(0) + u32(~0U) + std::string(12, '\0');
    std::uint32_t at = begins_at + header;
    const auto table = [&](std::size_t count, std::uint32_t size) {
      const std::string out = u32(count) + u32(at);
      at += static_cast<std::uint32_t>(count) * size;
      return out;
    };
    std::string out = "dex\n" + version + '\0' + std::string(24, '\0') +
                      u32(header + tables + texts.size()) + u32(header) + u32(0x12345678) +
                      std::string(12, '\0');
    out += table(strings.size(), 4);
    out += table(types.size(), 4);
    out += table(0, 12);
    out += table(0, 8);
    out += table(methods.size(), 8);
    out += table(classes.size(), 32);
    out += u32(texts.size()) + u32(at);
    if (header == 0x78) out += u32(0) + u32(begins_at);
    return out + ids + body + texts;
  }
};

}  // namespace bridle
