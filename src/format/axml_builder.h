// For tests: binary XML as Android's tools write it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bridle {

class AxmlBuilder {
 public:
  struct Attribute {
    std::uint32_t id = 0;  // 0: known by its name
    std::string name{};
    std::uint8_t type = 3;
    std::uint32_t data = 0;
    std::string text{};  // of type 3
  };

  // Attributes with an id must come before all other texts: state them here.
  explicit AxmlBuilder(const std::vector<Attribute>& known = {}, bool utf8 = true) : utf8_(utf8) {
    for (const Attribute& a : known) {
      texts_.push_back(a.name);
      ids_.push_back(a.id);
    }
  }

  void start(const std::string& name, const std::vector<Attribute>& attributes = {}) {
    std::string body = u32(~0U) + u32(text(name)) + u16(20) + u16(attribute_size) +
                       u16(attributes.size()) + u16(0) + u16(0) + u16(0);
    for (const Attribute& a : attributes) {
      const auto written = a.type == 3 ? text(a.text) : ~0U;
      const std::uint32_t data = a.type == 3 ? written : a.data;
      body += u32(~0U) + u32(name_of(a)) + u32(written) + u16(8) + '\0' +
              static_cast<char>(a.type) + u32(data) + std::string(attribute_size - 20U, '\0');
    }
    node(0x0102, body);
  }
  void end(const std::string& name) { node(0x0103, u32(~0U) + u32(text(name))); }
  void words(const std::string& s) { node(0x0104, u32(text(s)) + std::string(8, '\0')); }
  void node(std::uint16_t type, const std::string& body) {
    nodes_ += chunk(type, u32(7) + u32(~0U), body);
  }

  std::string finish() const {
    std::string ids;
    for (const auto id : ids_) ids += u32(id);
    return chunk(0x0003, "", pool() + chunk(0x0180, "", ids) + nodes_);
  }

  static std::string u16(std::size_t v) {
    return {static_cast<char>(v & 0xff), static_cast<char>(v >> 8 & 0xff)};
  }
  static std::string u32(std::size_t v) { return u16(v & 0xffff) + u16(v >> 16); }
  static std::string chunk(std::uint16_t type, const std::string& head, const std::string& body) {
    return u16(type) + u16(8 + head.size()) + u32(8 + head.size() + body.size()) + head + body;
  }

  std::uint16_t attribute_size = 20;

 private:
  std::uint32_t text(const std::string& s) {
    const auto from = texts_.begin() + static_cast<std::ptrdiff_t>(ids_.size());
    const auto found = std::find(from, texts_.end(), s);
    const auto index = found - texts_.begin();
    if (found == texts_.end()) texts_.push_back(s);
    return static_cast<std::uint32_t>(index);
  }
  std::uint32_t name_of(const Attribute& a) {
    const auto found = std::find(ids_.begin(), ids_.end(), a.id);
    if (a.id == 0 || found == ids_.end()) return text(a.name);
    return static_cast<std::uint32_t>(found - ids_.begin());
  }
  std::string pool() const {
    std::string offsets, units;
    for (const std::string& s : texts_) {
      offsets += u32(units.size());
      if (utf8_) units += std::string(2, static_cast<char>(s.size())) + s + '\0';
      if (utf8_) continue;
      units += u16(s.size());
      for (const char c : s) units += {c, '\0'};
      units += u16(0);
    }
    units.resize((units.size() + 3) / 4 * 4);
    const std::string head =
        u32(texts_.size()) + u32(0) + u32(utf8_ ? 1 << 8 : 0) + u32(28 + offsets.size()) + u32(0);
    return chunk(0x0001, head, offsets + units);
  }

  bool utf8_;
  std::vector<std::string> texts_;
  std::vector<std::uint32_t> ids_;
  std::string nodes_;
};

}  // namespace bridle
